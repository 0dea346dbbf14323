package org.faceunlock.notebook.kernel;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The documentation comments in the source of one class. */
final class CommentedClass {
    private final DocTrees trees;
    private final CompilationUnitTree unit;
    private final ClassTree tree;

    private CommentedClass(DocTrees trees, CompilationUnitTree unit, ClassTree tree) {
        this.trees = trees;
        this.unit = unit;
        this.tree = tree;
    }

    /** The class in its source, if that can be found. */
    static Optional<CommentedClass> of(Class<?> type) {
        return Sources.of(type).flatMap(text -> {
            JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, problem -> { },
                    List.of("-proc:none"), null, List.of(file(text)));
            try {
                CompilationUnitTree unit = task.parse().iterator().next();
                return find(unit.getTypeDecls().stream(), type)
                        .map(tree -> new CommentedClass(DocTrees.instance(task), unit, tree));
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    private static JavaFileObject file(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static Optional<ClassTree> find(Stream<? extends Tree> outermost, Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        Stream<? extends Tree> among = outer == null ? outermost
                : find(outermost, outer).stream().flatMap(tree -> tree.getMembers().stream());
        return among.filter(ClassTree.class::isInstance).map(ClassTree.class::cast)
                .filter(tree -> tree.getSimpleName().contentEquals(type.getSimpleName())).findFirst();
    }

    DocTrees trees() {
        return trees;
    }

    /** The comment of the class. */
    Optional<DocCommentTree> comment() {
        return comment(tree);
    }

    /** The comment of a field or an enum's constant. */
    Optional<DocCommentTree> field(String name) {
        return variable(name).flatMap(this::comment);
    }

    /** What a constant is set to, as it is written. */
    Optional<String> value(String name) {
        return variable(name).map(VariableTree::getInitializer).map(Tree::toString);
    }

    /** The comment of a method, or of a constructor by the name {@code <init>}. */
    Optional<DocCommentTree> method(String name, List<String> parameterTypes) {
        List<MethodTree> named = members(MethodTree.class).filter(method -> method.getName().contentEquals(name))
                .filter(method -> method.getParameters().size() == parameterTypes.size()).toList();
        return named.stream().filter(method -> types(method).equals(parameterTypes)).findFirst()
                .or(() -> named.stream().filter(method -> named.size() == 1).findFirst()) // T here is a type there
                .flatMap(this::comment);
    }

    private static List<String> types(MethodTree method) {
        return method.getParameters().stream().map(parameter -> Signature.simple(parameter.getType().toString()))
                .toList();
    }

    private Optional<VariableTree> variable(String name) {
        return members(VariableTree.class).filter(field -> field.getName().contentEquals(name)).findFirst();
    }

    private <T extends Tree> Stream<T> members(Class<T> kind) {
        return tree.getMembers().stream().filter(kind::isInstance).map(kind::cast);
    }

    private Optional<DocCommentTree> comment(Tree declaration) {
        return Optional.ofNullable(trees.getDocCommentTree(TreePath.getPath(unit, declaration)));
    }
}
