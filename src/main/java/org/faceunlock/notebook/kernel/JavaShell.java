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
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
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
    private final SnippetRunner runner;
    private final JShell shell;
    private final SourceCodeAnalysis analysis;

    /** A shell that sees the classes of this program, and what is added to them later. */
    JavaShell() {
        runner = new SnippetRunner();
        shell = runner.shell();
        analysis = shell.sourceCodeAnalysis();
    }

    /** A shell with the imports that every notebook may count on. */
    static JavaShell withImports() {
        JavaShell made = new JavaShell();
        made.imports(DefaultImports.ofThisKernel());
        return made;
    }

    /** Runs the imports that every notebook may count on; those of packages that are not there are returned. */
    List<String> imports(List<String> statements) {
        return statements.stream().filter(statement -> shell.eval(statement).stream()
                .anyMatch(event -> event.status() == Snippet.Status.REJECTED)).toList();
    }

    /** Runs a cell, statement by statement; throws {@link CellException} at the first that fails. */
    CellResult run(CellTask task, int cell, String text) {
        runner.belongTo(task);
        try {
            Optional<Object> value = new JavaCell(runner, task, cell, text).run();
            return new CellResult(value, runner.redefinitions().takeNotes());
        } catch (CellException e) {
            throw e.with(runner.redefinitions().takeNotes());
        }
    }

    /** What a callback threw, reported as if a cell had thrown it; for the thread that runs cells. */
    CellException failure(Throwable thrown) {
        return runner.failure(thrown);
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
        return runner.nanos();
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
