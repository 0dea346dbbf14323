package org.faceunlock.notebook.kernel;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** Compiles and runs the statements of cells, and tells why one failed. For the one thread that uses the shell. */
final class SnippetRunner {
    /** What the codes of the compiler's complaints about the limits of class files begin with. */
    private static final String TOO_LARGE = "compiler.err.limit";
    private static final Pattern CAST = Pattern.compile("class (\\S+) cannot be cast to class (\\S+).*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private final SnippetClasses classes = new SnippetClasses();
    private final InProcessExecution execution = new InProcessExecution(classes);
    private final CellLines lines = new CellLines();
    private final ThrownReport report = new ThrownReport(lines, this::hint);
    private final JShell shell;
    private final CellErrors errors;
    private final SourceCodeAnalysis analysis;
    private final Redefinitions redefinitions;

    SnippetRunner() {
        // an option -classpath would hold for every compilation and hide what is added
        shell = JShell.builder().executionEngine(execution.provider(), null).compilerOptions("-Xlint:none").build();
        analysis = shell.sourceCodeAnalysis();
        redefinitions = new Redefinitions(shell, classes);
        errors = new CellErrors(new KnownNames(analysis, redefinitions));
    }

    JShell shell() {
        return shell;
    }

    CellErrors errors() {
        return errors;
    }

    Redefinitions redefinitions() {
        return redefinitions;
    }

    /** From now on what is run is code of this task. */
    void belongTo(CellTask task) {
        execution.belongTo(Optional.of(task));
    }

    /** How long snippets have run up to now, without compiling. */
    long nanos() {
        return execution.nanos();
    }

    /** The value of the statement that was run last, once. */
    Optional<Object> takeValue() {
        return execution.takeValue();
    }

    /**
     * Runs one statement; throws {@link CellException} if it does not compile, throws or was stopped.
     *
     * @return what it was taken for; declarations may wait for others that are not there yet
     */
    List<Snippet> run(CellTask task, String code, CellSource source) {
        execution.takeValue();
        classes.beginStatement();
        List<SnippetEvent> events = compileAndRun(code, source);
        List<Snippet> snippets = events.stream().filter(event -> event.causeSnippet() == null)
                .map(SnippetEvent::snippet).toList();
        Optional<Thrown> thrown = execution.takeFailure().or(() -> classes.takeFailure().map(Thrown::of));
        noteLines(events, source);
        redefinitions.after(events, source, thrown.isPresent() || task.isStopped());
        if (task.isStopped()) {
            throw errors.stopped(source);
        }
        for (Snippet snippet : snippets) {
            if (shell.status(snippet) == Status.REJECTED) {
                throw errors.rejected(shell.diagnostics(snippet).toList(), code, source);
            }
        }
        thrown.ifPresent(failure -> {
            throw report.of(failure);
        });
        return snippets;
    }

    private List<SnippetEvent> compileAndRun(String code, CellSource source) {
        try {
            List<SnippetEvent> events = shell.eval(code);
            List<Diag> found = events.stream().filter(event -> event.status() == Status.REJECTED)
                    .flatMap(event -> shell.diagnostics(event.snippet())).toList();
            if (events.stream().flatMap(event -> shell.diagnostics(event.snippet()))
                    .anyMatch(diagnostic -> diagnostic.getCode().startsWith(TOO_LARGE))) {
                freshCompiler();
            }
            String repaired = SourceFileRules.applied(code, found, source.text());
            return repaired.equals(code) ? events : shell.eval(repaired);
        } catch (Throwable t) { // a compiler that fails at one statement is not to fail at all others
            throw errors.notCompiled(t, source);
        }
    }

    /** A compiler that could not write a class would go on to complain of it at every later statement. */
    private void freshCompiler() {
        String known = System.getProperty("java.class.path").split(File.pathSeparator, 2)[0];
        shell.addToClasspath(known); // adds nothing, but makes JShell forget its compilers
    }

    private void noteLines(List<SnippetEvent> events, CellSource source) {
        for (SnippetEvent event : events) {
            String name = analysis.wrapper(event.snippet()).fullClassName();
            boolean isOwn = event.causeSnippet() == null;
            if (event.status().isDefined() && (isOwn ? !classes.isAccepted(name) : classes.isLoaded(name))) {
                lines.add(analysis.wrapper(event.snippet()),
                        isOwn ? source : redefinitions.source(event.snippet()).orElse(source));
                overloads(event.snippet(), name).forEach(other -> redefinitions.source(other)
                        .ifPresent(place -> lines.add(analysis.wrapper(other), place)));
            }
        }
    }

    /** Methods that JShell has compiled into the same class. */
    private Stream<MethodSnippet> overloads(Snippet snippet, String className) {
        return snippet.kind() != Snippet.Kind.METHOD ? Stream.empty() : shell.methods().filter(other -> other != snippet
                && analysis.wrapper(other).fullClassName().equals(className));
    }

    /** What code of a cell threw when it was called later, with the lines that led to it. */
    CellException failure(Throwable thrown) {
        if (thrown instanceof CellStoppedError) {
            String message = "Interrupted: the callback was stopped; the widget goes on working";
            return new CellException(message, List.of(CellErrors.red(message)));
        }
        return report.of(Thrown.of(thrown));
    }

    /** A declaration that waited for others, which did not come. */
    CellException undefined(Snippet snippet) {
        List<String> symbols = snippet instanceof DeclarationSnippet declaration
                ? shell.unresolvedDependencies(declaration).toList() : List.of();
        CellSource source = redefinitions.source(snippet).orElseThrow();
        List<Diag> others = shell.diagnostics(snippet).filter(Diag::isError).toList();
        return symbols.isEmpty() && !others.isEmpty() ? errors.rejected(others, snippet.source(), source)
                : errors.undefined(symbols, snippet.source(), source);
    }

    private Optional<String> hint(Thrown thrown) {
        Matcher cast = CAST.matcher(thrown.message());
        if (thrown.undefined().isPresent()) {
            return shell.snippets().filter(snippet -> snippet.id().equals("" + thrown.undefined().get())
                            && shell.status(snippet).isActive()).findFirst()
                    .map(snippet -> ((DeclarationSnippet) snippet).name() + ", cell " + redefinitions.source(snippet)
                            .map(CellSource::cell).orElse(0) + ", " + undefined(snippet).getMessage());
        }
        if (thrown.type().equals(NullPointerException.class.getName())) {
            return nullVariable(thrown);
        }
        if (thrown.type().equals(OutOfMemoryError.class.getName())) {
            return Optional.of(MemoryReserve.advice());
        }
        if (thrown.type().equals(StackOverflowError.class.getName())) {
            return Optional.of("methods call one another without end, or too deeply");
        }
        boolean isOutdated = cast.matches() && !cast.group(1).equals(cast.group(2)) && cast.group(1)
                .replaceAll(LateBinding.WRAPPER.pattern(), "").equals(cast.group(2)
                        .replaceAll(LateBinding.WRAPPER.pattern(), ""));
        return isOutdated ? Optional.of("the value is from before that class was declared again; run the cell that"
                + " makes it again") : Optional.empty();
    }

    private Optional<String> nullVariable(Thrown thrown) {
        Optional<CellLines.Place> place = thrown.trace().stream().flatMap(frame -> lines.of(frame).stream())
                .findFirst();
        Set<String> variables = new LinkedHashSet<>();
        shell.variables().forEach(variable -> variables.add(variable.name()));
        return place.flatMap(p -> NAME.matcher(p.source().textOf(p.line())).results().map(found -> found.group())
                .filter(name -> variables.contains(name) && classes.value(name).isEmpty()).findFirst()
                .map(name -> redefinitions.reset(name).orElse(name + " is null")));
    }
}
