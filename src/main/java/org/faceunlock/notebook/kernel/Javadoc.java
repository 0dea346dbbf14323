package org.faceunlock.notebook.kernel;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The documentation of declarations as readable text, from the comments in their sources.
 *
 * <p>A method without a description has that of the method that it overrides, a constructor that of its class, and a
 * record's component what the record's comment says of it.
 */
final class Javadoc {
    private final UnaryOperator<String> fullName;
    private final int paragraphs;
    private final Map<Class<?>, Optional<CommentedClass>> classes = new HashMap<>();

    /** One comment with the class that it stands in. */
    private record Comment(CommentedClass owner, DocCommentTree tree) {
    }

    /**
     * Documentation of a certain length.
     *
     * @param fullName gives the full names of classes, with dots before nested ones too
     * @param paragraphs how many paragraphs of a description are wanted at most; with more than one come the tags
     */
    Javadoc(UnaryOperator<String> fullName, int paragraphs) {
        this.fullName = fullName;
        this.paragraphs = paragraphs;
    }

    /** What is written about a declaration; for a class of the JDK without sources, where that can be read. */
    Optional<String> of(Signature signature) {
        return load(fullName.apply(signature.type())).flatMap(type -> of(type, signature).or(() -> address(type)));
    }

    private static Optional<Class<?>> load(String name) {
        String binary = name;
        while (true) {
            try {
                return Optional.of(Class.forName(binary, false, Javadoc.class.getClassLoader()));
            } catch (ClassNotFoundException | LinkageError e) {
                int dot = binary.lastIndexOf('.');
                if (dot < 0) {
                    return Optional.empty();
                }
                binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
            }
        }
    }

    /** What is written about a declaration in a class or in what it inherits from. */
    Optional<String> of(Class<?> type, Signature signature) {
        Optional<String> member = signature.member();
        if (member.isPresent() && signature.parameters().isPresent()) {
            return method(type, member.get(), signature.parameters().get());
        }
        return source(type).flatMap(owner -> (member.isPresent() ? owner.field(member.get())
                : signature.parameters().flatMap(types -> owner.method("<init>", types)).or(owner::comment))
                .map(tree -> text(List.of(new Comment(owner, tree)))));
    }

    private Optional<String> method(Class<?> type, String name, List<String> parameterTypes) {
        List<Comment> comments = lineage(type).stream().flatMap(ancestor -> source(ancestor).stream())
                .flatMap(owner -> owner.method(name, parameterTypes).stream().map(tree -> new Comment(owner, tree)))
                .toList();
        return comments.isEmpty() ? source(type).flatMap(owner -> component(owner, name)) : Optional.of(text(comments));
    }

    private Optional<CommentedClass> source(Class<?> type) {
        return classes.computeIfAbsent(type, CommentedClass::of);
    }

    /** A class, its superclasses and then all their interfaces. */
    private static Set<Class<?>> lineage(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            all.add(one);
        }
        List<Class<?>> next = List.copyOf(all);
        while (!next.isEmpty()) {
            next = next.stream().flatMap(one -> Stream.of(one.getInterfaces())).filter(all::add).toList();
        }
        return all;
    }

    private static Optional<String> component(CommentedClass owner, String name) {
        return owner.comment().flatMap(tree -> tree.getBlockTags().stream().filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast).filter(tag -> tag.getName().getName().contentEquals(name)).findFirst()
                .map(tag -> new JavadocText(owner, "").of(tag.getDescription())));
    }

    /** The text of a comment; those that follow belong to what its method overrides. */
    private String text(List<Comment> comments) {
        String[] body = body(comments).split("\n\n");
        String first = String.join("\n\n", List.of(body).subList(0, Math.min(paragraphs, body.length)))
                + (body.length > paragraphs ? " \u2026" : "");
        String tags = comments.stream().limit(paragraphs - 1).map(comment -> new JavadocText(comment.owner(), "")
                .ofTags(comment.tree().getBlockTags())).filter(text -> !text.isEmpty()).findFirst().orElse("");
        return (first + "\n\n" + tags).strip();
    }

    private static String body(List<Comment> comments) {
        if (comments.isEmpty()) {
            return "";
        }
        String inherited = body(comments.subList(1, comments.size()));
        List<? extends DocTree> own = comments.get(0).tree().getFullBody();
        return own.isEmpty() ? inherited : new JavadocText(comments.get(0).owner(), inherited).of(own);
    }

    private static Optional<String> address(Class<?> type) {
        return Optional.ofNullable(type.getModule().getName()).filter(name -> name.startsWith("java.")).map(name ->
                "see https://docs.oracle.com/en/java/javase/" + Runtime.version().feature() + "/docs/api/" + name + "/"
                        + type.getName().replace('.', '/').replace('$', '.') + ".html");
    }
}
