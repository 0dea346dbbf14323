package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;

/** Tells what went wrong in a cell, with the line that it went wrong in. Knows where each snippet came from. */
final class CellErrors {
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";
    private final Map<String, CellSource> sources = new ConcurrentHashMap<>();

    void remember(Snippet snippet, CellSource source) {
        sources.put(snippet.id(), source);
    }

    /** The compiler turned a snippet down. */
    CellException rejected(List<Diag> diagnostics, CellSource source) {
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        List<String> report = new ArrayList<>();
        for (Diag error : errors) {
            report.add(red(error.getMessage(Locale.ENGLISH).lines().findFirst().orElse("error")));
            report.addAll(source.pointAt((int) error.getPosition()));
            error.getMessage(Locale.ENGLISH).lines().skip(1).filter(line -> !line.strip().startsWith("location:"))
                    .forEach(line -> report.add("       " + line.strip()));
        }
        String first = errors.isEmpty() ? "not valid Java" : errors.get(0).getMessage(Locale.ENGLISH)
                .lines().findFirst().orElse("not valid Java");
        int line = errors.isEmpty() ? source.lineAt(0) : source.lineAt((int) errors.get(0).getPosition());
        return failure("line " + line + ": " + first, report);
    }

    /** A cell ends in the middle of a statement. */
    CellException incomplete(CellSource source) {
        int line = source.lineAt(source.text().length() - source.offset());
        String message = "line " + line + ": the cell ends before its last statement does;"
                + " is a bracket, quote or ';' missing?";
        return failure(message, List.of(red(message), source.quote(line)));
    }

    /** Names that nothing defines. */
    CellException undefined(List<String> names, CellSource source) {
        String message = "line " + source.lineAt(0) + ": not defined: " + String.join(", ", names);
        return failure(message, List.of(red(message), source.quote(source.lineAt(0))));
    }

    /** A cell was stopped by an interrupt. */
    CellException stopped(CellSource source) {
        String message = "interrupted in line " + source.lineAt(0);
        return failure(message, List.of(red(message), source.quote(source.lineAt(0))));
    }

    /** A snippet threw something. */
    CellException thrown(JShellException failure) {
        List<String> report = new ArrayList<>();
        describe(failure, report);
        return failure(name(failure) + message(failure), report);
    }

    private void describe(Throwable failure, List<String> report) {
        report.add(red(name(failure)) + message(failure));
        firstLineOfACell(failure).ifPresent(report::add);
        for (StackTraceElement frame : failure.getStackTrace()) {
            report.add("    at " + place(frame));
        }
        if (failure.getCause() != null && failure.getCause() != failure) {
            report.add("caused by");
            describe(failure.getCause(), report);
        }
    }

    private Optional<String> firstLineOfACell(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            CellSource source = source(frame);
            if (source != null) {
                return Optional.of(source.quote(source.line(frame.getLineNumber())));
            }
        }
        return Optional.empty();
    }

    private String place(StackTraceElement frame) {
        CellSource source = source(frame);
        if (source == null) {
            return frame.toString();
        }
        String method = frame.getMethodName().isEmpty() ? "" : frame.getMethodName() + ", ";
        return method + "cell " + source.cell() + ", line " + source.line(frame.getLineNumber());
    }

    private CellSource source(StackTraceElement frame) {
        String file = frame.getFileName();
        return file != null && file.startsWith("#") ? sources.get(file.substring(1)) : null;
    }

    private static String name(Throwable failure) {
        String name = failure instanceof EvalException e ? e.getExceptionClassName() : failure.getClass().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String message(Throwable failure) {
        String message = failure instanceof UnresolvedReferenceException e
                ? "a method is used whose body does not compile: " + e.getSnippet().source().lines().findFirst()
                        .orElse("") : failure.getMessage();
        return message == null ? "" : ": " + message;
    }

    private static CellException failure(String message, List<String> report) {
        return new CellException(message, report);
    }

    private static String red(String text) {
        return BOLD_RED + text + PLAIN;
    }
}
