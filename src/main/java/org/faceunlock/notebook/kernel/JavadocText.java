package org.faceunlock.notebook.kernel;

import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.InheritDocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.DocTreeScanner;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the parts of a documentation comment into plain text: paragraphs with an empty line between them. */
final class JavadocText extends DocTreeScanner<Void, Void> {
    private static final Set<String> OWN_LINE = Set.of("li", "br", "tr", "dt", "dd", "pre");
    private static final Set<String> PARAGRAPHS = Set.of("p", "ul", "ol", "dl", "table", "blockquote", "h1", "h2", "h3",
            "h4", "h5", "h6", "div");
    private final CommentedClass owner;
    private final String inherited;
    private final StringBuilder text = new StringBuilder();
    private boolean isPreformatted;

    /** For comments in a class; {@code inherited} stands where they refer to what is overridden. */
    JavadocText(CommentedClass owner, String inherited) {
        this.owner = owner;
        this.inherited = inherited;
    }

    /** A description as text. */
    String of(List<? extends DocTree> description) {
        text.setLength(0);
        scan(description, null);
        return text.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n"))
                .replaceAll("\n{3,}", "\n\n").strip();
    }

    /** What is said of parameters, of what is returned and what is thrown: a line each. */
    String ofTags(List<? extends DocTree> tags) {
        return tags.stream().map(this::ofTag).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String ofTag(DocTree tag) {
        if (tag instanceof ParamTree param) {
            String name = param.getName().toString();
            return line((param.isTypeParameter() ? "<" + name + ">" : name) + ": ", param.getDescription());
        } else if (tag instanceof ReturnTree returned) {
            return line("returns ", returned.getDescription());
        } else if (tag instanceof ThrowsTree thrown) {
            return line("throws " + thrown.getExceptionName() + " ", thrown.getDescription());
        } else if (tag instanceof DeprecatedTree deprecated) {
            return line("deprecated: ", deprecated.getBody());
        }
        return "";
    }

    /** A line, unless nothing is said in it. */
    private String line(String begin, List<? extends DocTree> description) {
        String said = of(description);
        return said.isEmpty() ? "" : begin + said;
    }

    @Override
    public Void scan(DocTree node, Void none) {
        // kinds of later versions of Java, which this one's compiler does not name
        if (node != null && Set.of("MARKDOWN", "SNIPPET").contains(node.getKind().name())) {
            text.append(node.toString().replaceAll("(?s)^\\{@snippet[^:]*:|\\}$", "\n"));
            return null;
        }
        return super.scan(node, none);
    }

    @Override
    public Void visitText(TextTree node, Void none) {
        String body = node.getBody();
        append(isPreformatted ? body.stripIndent() : body.replaceAll("\\s+", " "));
        return null;
    }

    @Override
    public Void visitEntity(EntityTree node, Void none) {
        String characters = owner.trees().getCharacters(node);
        append(characters == null ? node.toString() : characters);
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree node, Void none) {
        return visitText(node.getBody(), none);
    }

    @Override
    public Void visitLink(LinkTree node, Void none) {
        return node.getLabel().isEmpty() ? visitReference(node.getReference(), none) : scan(node.getLabel(), none);
    }

    @Override
    public Void visitReference(ReferenceTree node, Void none) {
        append(node.getSignature().replaceFirst("^#", "").replace('#', '.'));
        return null;
    }

    @Override
    public Void visitValue(ValueTree node, Void none) {
        String name = node.getReference() == null ? "" : node.getReference().getSignature();
        append(owner.value(name.replaceFirst("^#", "")).orElse(name.replaceFirst("^#", "").replace('#', '.')));
        return null;
    }

    @Override
    public Void visitInheritDoc(InheritDocTree node, Void none) {
        append(inherited);
        return null;
    }

    @Override
    public Void visitReturn(ReturnTree node, Void none) {
        append("Returns ");
        scan(node.getDescription(), none);
        append(".");
        return null;
    }

    @Override
    public Void visitStartElement(StartElementTree node, Void none) {
        String name = name(node.getName().toString());
        isPreformatted |= name.equals("pre");
        breakAt(name);
        if (name.equals("li")) {
            append("- ");
        }
        return null;
    }

    @Override
    public Void visitEndElement(EndElementTree node, Void none) {
        String name = name(node.getName().toString());
        isPreformatted &= !name.equals("pre");
        breakAt(name.equals("li") ? "" : name);
        return null;
    }

    private static String name(String written) {
        return written.toLowerCase(java.util.Locale.ROOT);
    }

    private void breakAt(String element) {
        if (PARAGRAPHS.contains(element)) {
            append("\n\n");
        } else if (OWN_LINE.contains(element)) {
            append("\n");
        } else if (element.equals("td") || element.equals("th")) {
            append("  ");
        }
    }

    /** Adds a text; a line does not begin with a space unless it is preformatted. */
    private void append(String more) {
        boolean isAtLineStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(isAtLineStart && !isPreformatted ? more.replaceFirst("^ +", "") : more);
    }
}
