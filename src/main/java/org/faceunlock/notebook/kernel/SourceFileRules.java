package org.faceunlock.notebook.kernel;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/**
 * What a cell may leave out because a source file may, though JShell wants it: it compiles each declaration alone, and
 * as a public one.
 */
final class SourceFileRules {
    private static final String NAME = "([\\p{L}_$][\\p{L}\\p{N}_$]*)";
    private static final Pattern SEALED = Pattern.compile("\\bsealed\\s[^{]*?\\b(?:interface|class)\\s+" + NAME
            + "[^{]*");

    private SourceFileRules() {
    }

    /** A declaration that was turned down, with what it lacks; as it is, if that is something else. */
    static String applied(String code, List<Diag> errors, String cell) {
        String applied = code;
        for (Diag error : errors) {
            if (error.getCode().equals("compiler.err.sealed.class.must.have.subclasses")) {
                applied = withSubclasses(code, cell);
            } else if (error.getCode().equals("compiler.err.invalid.canonical.constructor.in.record")
                    && error.getMessage(Locale.ENGLISH).contains("was public")) {
                applied = new StringBuilder(code).insert((int) error.getPosition(), "public ").toString();
            }
        }
        return applied;
    }

    /** A sealed type that permits the types of its cell which extend it. */
    private static String withSubclasses(String code, String cell) {
        Matcher head = SEALED.matcher(code);
        if (!head.find()) {
            return code;
        }
        List<String> subclasses = Pattern.compile("\\b(?:record|class|interface|enum)\\s+" + NAME
                + "[^{;]*\\b(?:implements|extends)\\b[^{;]*\\b" + head.group(1) + "\\b[^{;]*\\{").matcher(cell)
                .results().map(found -> found.group(1)).toList();
        return subclasses.isEmpty() ? code : new StringBuilder(code).insert(head.end(), "permits "
                + String.join(", ", subclasses) + " ").toString();
    }
}
