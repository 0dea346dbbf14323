package org.faceunlock.notebook.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Signatures and documentation of what stands at a place in Java; of many overloads, the first paragraph each. */
final class CodeHelp {
    private static final int WIDTH = 96;
    private static final int FEW = 3;
    private static final int PARAGRAPHS = 4;
    private final JavaShell shell;
    private final SourceCodeAnalysis analysis;

    CodeHelp(JavaShell shell) {
        this.shell = shell;
        this.analysis = shell.analysis();
    }

    /** What can be said at a place, counted in chars: of the name there, else of the call whose arguments are there. */
    Optional<String> describe(String code, int at) {
        JavaScanner scanner = new JavaScanner();
        scanner.read(code, 0, at);
        return switch (scanner.place()) {
            case LINE_COMMENT, BLOCK_COMMENT -> Optional.empty();
            case STRING, CHARACTER, TEXT_BLOCK -> text(declarations(code.substring(0, scanner.begin())));
            case CODE -> describeName(code, at);
        };
    }

    private Optional<String> describeName(String code, int at) {
        int end = at;
        while (end < code.length() && Character.isJavaIdentifierPart(code.codePointAt(end))) {
            end += Character.charCount(code.codePointAt(end));
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(code.codePointBefore(start))) {
            start -= Character.charCount(code.codePointBefore(start));
        }
        String before = code.substring(0, start);
        String name = code.substring(0, end);
        boolean isCall = code.substring(end).stripLeading().startsWith("(");
        Stream<String> attempts = start == end ? Stream.of(before)
                : isCall ? Stream.of(name + "(", name, before) : Stream.of(name, name + "(", before);
        return attempts.map(this::declarations).filter(found -> !found.isEmpty()).findFirst().flatMap(this::text);
    }

    /** What stands at the end of some code, which may need the statements before it. */
    private List<String> declarations(String code) {
        List<String> found = signatures(code);
        return found.isEmpty() ? signatures(code.substring(shell.lastStatement(code))) : found;
    }

    private List<String> signatures(String code) {
        return analysis.documentation(code, code.length(), false).stream().map(Documentation::signature).distinct()
                .toList();
    }

    private Optional<String> text(List<String> declarations) {
        Javadoc javadoc = new Javadoc(this::fullName, declarations.size() > FEW ? 1 : PARAGRAPHS);
        List<String> documentation = declarations.stream().map(Signature::parse)
                .map(signature -> javadoc.of(signature).map(CodeHelp::indented).orElse("")).toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < declarations.size(); i++) {
            text.append(Signature.shown(declarations.get(i))).append("\n");
            boolean isToldOnce = i + 1 < documentation.size() && documentation.get(i).equals(documentation.get(i + 1));
            text.append(isToldOnce ? "" : documentation.get(i));
        }
        return Optional.of(text.toString().strip()).filter(found -> !found.isEmpty());
    }

    /** A class's full name by its simple one, as the imports have it. */
    private String fullName(String name) {
        return signatures(name).stream().map(Signature::parse).map(Signature::type).findFirst().orElse(name);
    }

    private static String indented(String text) {
        return "\n" + text.lines().map(CodeHelp::wrapped).collect(Collectors.joining("\n")) + "\n\n";
    }

    private static String wrapped(String line) {
        return line.replaceAll("(.{1," + WIDTH + "})(?:\\s+|$)", "    $1\n").stripTrailing();
    }
}
