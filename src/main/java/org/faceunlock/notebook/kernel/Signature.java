package org.faceunlock.notebook.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What JShell's one-line description of a declaration tells.
 *
 * @param type the class, or the class of a variable; by its simple name if it is imported
 * @param member a method or field of that class; empty for the class, a constructor or a variable
 * @param parameters the simple names of the parameters' types, without type arguments; empty for what takes none
 */
record Signature(String type, Optional<String> member, Optional<List<String>> parameters) {
    private static final String ANNOTATION = "@[\\w.]+\\s+";
    private static final String PACKAGE = "(?:\\b\\p{Ll}[\\p{L}\\p{N}_]*\\.)+(?=\\p{Lu})";

    /**
     * Takes a description apart: {@code int[] Box.of(int a, Map<K, V>... b)}, {@code ArrayList<E>(int size)},
     * {@code Math.PI:double}, {@code table:tech.tablesaw.api.Table} or {@code java.util.Map.Entry<K, V>}.
     */
    static Signature parse(String description) {
        String text = withoutTypeArguments(withoutComponents(description)).replaceAll(ANNOTATION, "");
        int open = text.indexOf('(');
        int colon = text.indexOf(':');
        String head = text.substring(0, open >= 0 ? open : colon >= 0 ? colon : text.length()).strip();
        String name = head.substring(head.lastIndexOf(' ') + 1);
        int dot = name.lastIndexOf('.');
        if (open < 0 && colon < 0) {
            return new Signature(name, Optional.empty(), Optional.empty());
        }
        if (open < 0 && dot < 0) {
            return new Signature(text.substring(colon + 1).strip(), Optional.empty(), Optional.empty());
        }
        boolean isMember = open < 0 || head.contains(" ");
        Optional<List<String>> parameters = Optional.of(open).filter(at -> at >= 0)
                .map(at -> parameters(text.substring(at + 1, text.lastIndexOf(')'))));
        return isMember
                ? new Signature(name.substring(0, Math.max(0, dot)), Optional.of(name.substring(dot + 1)), parameters)
                : new Signature(name, Optional.empty(), parameters);
    }

    /** The description as it is shown: a class with its package, everything else without packages; types first. */
    static String shown(String description) {
        boolean isClass = description.indexOf('(') < 0 && description.indexOf(':') < 0;
        return isClass ? description : withoutComponents(description).replaceAll(PACKAGE, "")
                .replaceAll("<[^<>()]*>(?=\\.(?!\\.))|(?<=\\.)<[^<>()]*>", "").replaceFirst("^([^(:]+):(.+)$", "$2 $1");
    }

    /** A type's name without package, type arguments and annotations; one of varargs as an array. */
    static String simple(String type) {
        String plain = withoutTypeArguments(type).replaceAll(ANNOTATION, "").replace("...", "[]").strip();
        return plain.substring(plain.lastIndexOf('.') + 1);
    }

    private static List<String> parameters(String list) {
        return list.isBlank() ? List.of() : Arrays.stream(list.split(",")).map(String::strip)
                .map(parameter -> simple(parameter.contains(" ") ? parameter.substring(0, parameter.lastIndexOf(' '))
                        : parameter)).toList();
    }

    /** From Java 21 on, a record is written as Decision(int a, int b).member. */
    private static String withoutComponents(String description) {
        return description.replaceAll("\\([^()]*\\)(?=[.(])", "");
    }

    static String withoutTypeArguments(String text) {
        String inner = text.replaceAll("<[^<>]*>", "");
        return inner.equals(text) ? text : withoutTypeArguments(inner);
    }
}
