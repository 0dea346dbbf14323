package org.faceunlock.notebook.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Java that is run a cell at a time, in this virtual machine.
 *
 * <p>A cell's value is that of its last statement, where that is an expression. Cells run one at a time; a task that is
 * stopped ends its cell.
 */
final class JavaShell implements AutoCloseable {
    private final InProcessExecution execution = new InProcessExecution();
    private final CellErrors errors = new CellErrors();
    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    /** A shell that sees the classes of a class path, written as the java command takes it. */
    JavaShell(String classPath) {
        shell = JShell.builder().executionEngine(execution.provider(), null)
                .compilerOptions("-classpath", classPath, "-Xlint:none").build();
        analysis = shell.sourceCodeAnalysis();
    }

    /** A shell with the imports that every notebook may count on. */
    static JavaShell withImports(String classPath) {
        JavaShell made = new JavaShell(classPath);
        made.imports(DefaultImports.all());
        return made;
    }

    /** Runs the imports that every notebook may count on; those of packages that are not there are returned. */
    List<String> imports(List<String> statements) {
        return statements.stream().filter(statement -> shell.eval(statement).stream()
                .anyMatch(event -> event.status() == Snippet.Status.REJECTED)).toList();
    }

    /** Runs a cell, statement by statement; throws {@link CellException} at the first that fails. */
    CellResult run(CellTask task, int cell, String text) {
        execution.belongTo(Optional.of(task));
        return new CellResult(value(task, cell, text), List.of());
    }

    private Optional<Object> value(CellTask task, int cell, String text) {
        Optional<Object> value = Optional.empty();
        String rest = text.stripLeading();
        while (!rest.isEmpty()) {
            CompletionInfo next = analysis.analyzeCompletion(rest);
            CellSource source = new CellSource(cell, text, text.length() - rest.length());
            if (next.completeness() == Completeness.EMPTY) {
                return value;
            }
            if (next.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
                throw errors.incomplete(source);
            }
            boolean understood = next.completeness() != Completeness.UNKNOWN;
            value = snippet(understood ? next.source() : rest, source, task);
            rest = understood ? next.remaining().stripLeading() : "";
        }
        return value;
    }

    private Optional<Object> snippet(String code, CellSource source, CellTask task) {
        execution.takeValue();
        List<SnippetEvent> events = shell.eval(code);
        for (SnippetEvent event : events) {
            errors.remember(event.snippet(), source);
        }
        if (task.isStopped()) {
            throw errors.stopped(source);
        }
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null) {
                check(event, source);
            }
        }
        boolean shown = !events.isEmpty() && isShown(events.get(events.size() - 1).snippet());
        return shown ? execution.takeValue() : Optional.empty();
    }

    private void check(SnippetEvent event, CellSource source) {
        switch (event.status()) {
            case REJECTED -> throw errors.rejected(shell.diagnostics(event.snippet()).toList(), source);
            case RECOVERABLE_NOT_DEFINED, RECOVERABLE_DEFINED -> throw errors.undefined(shell.unresolvedDependencies(
                    (DeclarationSnippet) event.snippet()).toList(), source);
            case VALID, OVERWRITTEN, DROPPED, NONEXISTENT -> {
                if (event.exception() != null) {
                    throw errors.thrown(event.exception());
                }
            }
        }
    }

    private static boolean isShown(Snippet snippet) {
        return snippet.kind() == Snippet.Kind.EXPRESSION && snippet.subKind() != Snippet.SubKind.ASSIGNMENT_SUBKIND
                || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    /** Lets cells use the classes in a folder or jar. */
    void addToClassPath(Path path) {
        shell.addToClasspath(path.toString());
    }

    /** How complete a cell is, judged by its last statement. */
    Completeness completeness(String text) {
        String rest = text;
        while (true) {
            CompletionInfo next = analysis.analyzeCompletion(rest);
            if (!next.completeness().isComplete() || next.remaining().isBlank()) {
                return next.completeness();
            }
            rest = next.remaining();
        }
    }

    /** The shell's view of code, for completion and documentation. */
    SourceCodeAnalysis analysis() {
        return analysis;
    }

    /** The declared type of a variable and its value, if there is one of that name. */
    Optional<String> variable(String name) {
        return shell.variables().filter(variable -> variable.name().equals(name)).findFirst()
                .map(variable -> variable.typeName() + " " + name);
    }

    @Override
    public void close() {
        shell.close();
    }
}
