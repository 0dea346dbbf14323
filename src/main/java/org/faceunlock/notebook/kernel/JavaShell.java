package org.faceunlock.notebook.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

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

    /** A shell that sees the classes of this program, and what is added to them later. */
    JavaShell() {
        // an option -classpath would hold for every compilation and hide what is added
        shell = JShell.builder().executionEngine(execution.provider(), null).compilerOptions("-Xlint:none").build();
        analysis = shell.sourceCodeAnalysis();
    }

    /** A shell with the imports that every notebook may count on. */
    static JavaShell withImports() {
        JavaShell made = new JavaShell();
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

    /**
     * Lets cells use the classes in a folder or jar.
     *
     * @throws IllegalArgumentException for a file that is no jar: with it on the path nothing would compile any more
     */
    void addToClassPath(Path path) throws IOException {
        if (path.toString().contains(File.pathSeparator)) {
            throw new IllegalArgumentException("expected a path without " + File.pathSeparator + ", which separates the"
                    + " paths of a class path, found " + path + "; move it");
        }
        if (!Files.isDirectory(path)) {
            try {
                new ZipFile(path.toFile()).close();
            } catch (ZipException e) {
                throw new IllegalArgumentException("expected a jar, found another or a broken file at " + path, e);
            }
        }
        shell.addToClasspath(path.toString());
    }

    /** How complete a cell is, judged by its last statement. */
    Completeness completeness(String text) {
        return analysis.analyzeCompletion(text.substring(lastStatement(text))).completeness();
    }

    /** Where the last statement of a text begins, be it complete or not. */
    int lastStatement(String text) {
        String rest = text;
        while (true) {
            CompletionInfo next = analysis.analyzeCompletion(rest);
            if (!next.completeness().isComplete() || next.remaining().isBlank()) {
                return text.length() - rest.length();
            }
            rest = next.remaining();
        }
    }

    /** How many nanoseconds the code of cells has run up to now, without compiling. */
    long nanos() {
        return execution.nanos();
    }

    /** Whether the names of packages and of classes that are not imported are still being gathered. */
    boolean isIndexing() {
        return !analysis.listQualifiedNames("Object", 6).isUpToDate();
    }

    /** The shell's view of code, for completion and documentation. */
    SourceCodeAnalysis analysis() {
        return analysis;
    }

    /** The variables that cells have declared. */
    Stream<VarSnippet> variables() {
        return shell.variables().filter(variable -> shell.status(variable) == Snippet.Status.VALID);
    }

    /** A variable's value as text; calls its toString. */
    String value(VarSnippet variable) {
        return shell.varValue(variable);
    }

    @Override
    public void close() {
        shell.close();
    }
}
