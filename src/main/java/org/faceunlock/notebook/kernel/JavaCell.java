package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Kind;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * One cell while it is run, statement by statement.
 *
 * <p>Methods and classes of a cell may use one another in any order: those that stand further down are declared early
 * when a statement above needs them.
 */
final class JavaCell {
    private final SnippetRunner runner;
    private final SourceCodeAnalysis analysis;
    private final CellTask task;
    private final int cell;
    private final String text;
    private final Set<Integer> done = new HashSet<>();
    private final List<Snippet> waiting = new ArrayList<>();

    /** A statement, from one character of the cell to another; the code may have a semicolon more. */
    private record Statement(String code, CellSource source, int end) {
    }

    JavaCell(SnippetRunner runner, CellTask task, int cell, String text) {
        this.runner = runner;
        this.analysis = runner.shell().sourceCodeAnalysis();
        this.task = task;
        this.cell = cell;
        this.text = text;
    }

    /** The value of the last statement, if it is an expression that has one. */
    Optional<Object> run() {
        Optional<Object> value = Optional.empty();
        Optional<Statement> next = statement(0);
        while (next.isPresent()) {
            Statement statement = next.get();
            if (!done.contains(statement.source().offset())) {
                value = run(statement);
            }
            next = statement(statement.end());
        }
        forgetDefined();
        if (!waiting.isEmpty()) {
            throw runner.undefined(waiting.get(0));
        }
        return value;
    }

    private Optional<Statement> statement(int from) {
        int begin = CellSource.begin(text, from);
        CellSource source = new CellSource(cell, text, begin);
        String rest = text.substring(begin);
        CompletionInfo next = rest.isEmpty() ? null : analyzed(rest, source);
        if (next == null) {
            return Optional.empty();
        }
        return switch (next.completeness()) {
            case EMPTY -> Optional.empty();
            case DEFINITELY_INCOMPLETE -> throw runner.errors().incomplete(source);
            case UNKNOWN -> Optional.of(new Statement(rest, source, text.length()));
            case COMPLETE, COMPLETE_WITH_SEMI, CONSIDERED_INCOMPLETE -> Optional.of(new Statement(next.source(), source,
                    text.length() - Math.min(rest.length() - 1, next.remaining().length())));
        };
    }

    private CompletionInfo analyzed(String rest, CellSource source) {
        try {
            return analysis.analyzeCompletion(rest);
        } catch (Throwable t) {
            throw runner.errors().notCompiled(t, source);
        }
    }

    private Optional<Object> run(Statement statement) {
        forgetDefined();
        if (!waiting.isEmpty() && !isDeclaration(statement)) {
            declareFrom(statement.end());
        }
        List<Snippet> snippets;
        try {
            snippets = declared(statement);
        } catch (CellException e) {
            if (!e.isUndefined() || !declareFrom(statement.end())) {
                throw e;
            }
            snippets = declared(statement);
        }
        boolean isShown = !snippets.isEmpty() && isShown(snippets.get(snippets.size() - 1));
        return isShown ? runner.takeValue() : Optional.empty();
    }

    private List<Snippet> declared(Statement statement) {
        List<Snippet> snippets = runner.run(task, statement.code(), statement.source());
        done.add(statement.source().offset());
        waiting.addAll(snippets);
        forgetDefined();
        return snippets;
    }

    private void forgetDefined() {
        waiting.removeIf(snippet -> !isWaiting(runner.shell().status(snippet)));
    }

    private static boolean isWaiting(Status status) {
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    /** Declares the methods and classes further down; whether there were any. */
    private boolean declareFrom(int place) {
        int before = done.size();
        try {
            for (Optional<Statement> next = statement(place); next.isPresent(); next = statement(next.get().end())) {
                if (!done.contains(next.get().source().offset()) && isDeclaration(next.get())) {
                    declared(next.get());
                }
            }
        } catch (CellException e) {
            return done.size() > before; // told when the cell has come so far
        }
        return done.size() > before;
    }

    private boolean isDeclaration(Statement statement) {
        try {
            return analysis.sourceToSnippets(statement.code()).stream().map(Snippet::kind)
                    .anyMatch(kind -> kind == Kind.METHOD || kind == Kind.TYPE_DECL || kind == Kind.IMPORT);
        } catch (RuntimeException | StackOverflowError e) {
            return false;
        }
    }

    private static boolean isShown(Snippet snippet) {
        return snippet.kind() == Kind.EXPRESSION && snippet.subKind() != Snippet.SubKind.ASSIGNMENT_SUBKIND
                || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }
}
