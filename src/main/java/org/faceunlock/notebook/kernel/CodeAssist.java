package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completion and documentation at a place in a cell. */
final class CodeAssist {
    private final JavaShell shell;

    /**
     * What may stand at a place.
     *
     * @param from the first character that a proposal replaces
     */
    record Proposals(List<String> texts, int from) {
    }

    CodeAssist(JavaShell shell) {
        this.shell = shell;
    }

    /** Proposals before the character {@code cursor}; those whose type fits come first. */
    Proposals complete(String code, int cursor) {
        int at = Math.max(0, Math.min(cursor, code.length()));
        Proposals inWholeCell = proposals(code, at, 0);
        return inWholeCell.texts().isEmpty() ? proposals(code, at, statementBefore(code, at)) : inWholeCell;
    }

    private Proposals proposals(String code, int at, int start) {
        int[] anchor = {at - start};
        List<Suggestion> found = shell.analysis().completionSuggestions(code.substring(start), at - start, anchor);
        List<Suggestion> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> Boolean.compare(b.matchesType(), a.matchesType()));
        Set<String> texts = new LinkedHashSet<>();
        sorted.forEach(suggestion -> texts.add(suggestion.continuation()));
        return new Proposals(List.copyOf(texts), start + anchor[0]);
    }

    /** Where the statement begins that a place lies in. */
    private int statementBefore(String code, int at) {
        String before = code.substring(0, at);
        String rest = before;
        while (true) {
            CompletionInfo next = shell.analysis().analyzeCompletion(rest);
            if (!next.completeness().isComplete() || next.remaining().isBlank()) {
                return before.length() - rest.length();
            }
            rest = next.remaining();
        }
    }

    /** Signatures and documentation of what stands at a place; for a variable, its type. */
    Optional<String> describe(String code, int cursor) {
        int end = Math.max(0, Math.min(cursor, code.length()));
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        Optional<String> variable = shell.variable(code.substring(start, end));
        return variable.isPresent() ? variable : documentation(code, end);
    }

    private Optional<String> documentation(String code, int end) {
        SourceCodeAnalysis analysis = shell.analysis();
        int start = statementBefore(code, end);
        String statement = code.substring(start, end);
        Collection<Documentation> found = analysis.documentation(statement + "(", statement.length() + 1, true);
        if (found.isEmpty()) {
            found = analysis.documentation(statement, statement.length(), true);
        }
        String text = found.stream().map(CodeAssist::text).distinct().collect(Collectors.joining("\n"));
        return Optional.of(text).filter(t -> !t.isBlank());
    }

    private static String text(Documentation documentation) {
        String comment = documentation.javadoc();
        return documentation.signature() + (comment == null ? "" : "\n" + comment.indent(4));
    }
}
