package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.VarSnippet;

/** The variables of a session as a text: a line each with name, type and the beginning of the value. */
final class Variables {
    private static final int VALUE_WIDTH = 60;
    private static final String PACKAGE = "(?:\\b\\p{Ll}[\\p{L}\\p{N}_]*\\.)+(?=\\p{Lu})";

    private Variables() {
    }

    /** Calls the values' toString, which are the user's code. */
    static String list(JavaShell shell) {
        List<VarSnippet> variables = shell.variables().filter(variable -> !variable.name().startsWith("$")).toList();
        if (variables.isEmpty()) {
            return "there are no variables";
        }
        List<String> names = column(variables.stream().map(VarSnippet::name).toList());
        List<String> types = column(variables.stream().map(v -> v.typeName().replaceAll(PACKAGE, "")).toList());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            lines.add(names.get(i) + "  " + types.get(i) + "  " + shortened(shell.value(variables.get(i))));
        }
        return String.join("\n", lines);
    }

    private static List<String> column(List<String> texts) {
        int width = texts.stream().mapToInt(Variables::width).max().orElse(0);
        return texts.stream().map(text -> text + " ".repeat(width - width(text))).toList();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String shortened(String value) {
        String line = value.lines().filter(text -> !text.isBlank()).findFirst().orElse("").strip();
        String begin = width(line) <= VALUE_WIDTH ? line : line.substring(0, line.offsetByCodePoints(0, VALUE_WIDTH));
        return begin.equals(value.strip()) ? begin : begin + " \u2026";
    }
}
