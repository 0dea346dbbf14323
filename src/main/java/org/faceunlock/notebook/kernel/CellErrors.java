package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/** Tells in words why a cell does not compile, and marks the place; for a misspelt name, the nearest one. */
final class CellErrors {
    static final String UNDEFINED = " is not defined";
    private static final String BOLD_RED = "\u001b[1;31m";
    private static final String PLAIN = "\u001b[0m";
    private static final int MOST_ERRORS = 5;
    private static final Pattern SYNTAX = Pattern.compile("compiler\\.err\\.(?:expected\\d?|illegal\\.(?:start|char).*"
            + "|premature\\.eof|unclosed.*|not\\.stmt|invalid\\..*)");
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:\\p{Ll}\\w*\\.)+(?=\\p{Lu})");
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(.*)");
    private static final Pattern LOCATION = Pattern.compile("location:\\s+(\\S.* \\S.*)");
    private static final Pattern KIND_AND_NAME = Pattern.compile("(\\w+) ([\\p{L}_$][\\p{L}\\p{N}_$]*)(.*)");
    private static final Pattern UNREPORTED = Pattern.compile("unreported exception (\\S+?);.*");
    private static final Pattern NO_PACKAGE = Pattern.compile("package (\\S+) does not exist");
    private final KnownNames names;

    CellErrors(KnownNames names) {
        this.names = names;
    }

    /** The compiler turned a snippet down. */
    CellException rejected(List<Diag> diagnostics, String code, CellSource source) {
        List<Diag> errors = diagnostics.stream().filter(Diag::isError).toList();
        if (errors.isEmpty()) {
            return at(0, "this is not valid Java", source);
        }
        boolean isSyntax = SYNTAX.matcher(errors.get(0).getCode()).matches(); // what follows is a guess of the compiler
        List<String> report = new ArrayList<>();
        for (Diag error : errors.subList(0, isSyntax ? 1 : Math.min(MOST_ERRORS, errors.size()))) {
            List<String> words = words(error, code).lines().toList();
            report.add(red(words.get(0)));
            report.addAll(source.pointAt((int) error.getPosition()));
            words.stream().skip(1).forEach(line -> report.add("       " + line.strip()));
        }
        return new CellException("line " + source.lineAt((int) errors.get(0).getPosition()) + ": "
                + words(errors.get(0), code).lines().findFirst().orElseThrow(), report);
    }

    private String words(Diag error, String code) {
        String message = PACKAGE.matcher(error.getMessage(Locale.ENGLISH)).replaceAll("");
        Matcher symbol = SYMBOL.matcher(message);
        Matcher unreported = UNREPORTED.matcher(message);
        if (symbol.find()) {
            Matcher location = LOCATION.matcher(message);
            String where = location.find() ? " in " + location.group(1) : "";
            return undefined(symbol.group(1), where, code, (int) error.getPosition());
        }
        if (unreported.matches()) {
            String type = unreported.group(1);
            return "this may throw " + type + ", a checked exception: catch it here, or declare it with 'throws " + type
                    + "' behind the method's parameters (a lambda has to catch it)";
        }
        Matcher missing = NO_PACKAGE.matcher(message);
        if (missing.matches()) {
            return message + names.packageHint(missing.group(1), code, Math.max(0, code.indexOf(missing.group(1))));
        }
        return switch (error.getCode()) {
            case "compiler.err.expected" -> message.replaceFirst("^(\\S+) expected", "$1 is missing here");
            case "compiler.err.premature.eof" -> "the statement ends too early: is a bracket missing?";
            case "compiler.err.unclosed.str.lit" -> "the closing \" of a text is missing";
            default -> message;
        };
    }

    private String undefined(String symbol, String where, String code, int position) {
        Matcher name = KIND_AND_NAME.matcher(symbol);
        if (!name.matches()) {
            return symbol + UNDEFINED + where;
        }
        int start = Math.max(0, code.indexOf(name.group(2), Math.max(0, position)));
        return symbol + UNDEFINED + where + names.hint(name.group(2), code, start);
    }

    /** Names that nothing defines, as JShell lists them for a method or class that waits for them. */
    CellException undefined(List<String> symbols, String code, CellSource source) {
        String first = symbols.isEmpty() ? "" : symbols.get(0);
        Matcher name = KIND_AND_NAME.matcher(first);
        Matcher use = Pattern.compile("(?<![\\p{L}\\p{N}_$])" + (name.matches() ? Pattern.quote(name.group(2)) : "")
                + "(?![\\p{L}\\p{N}_$])").matcher(code);
        int position = use.find() ? use.start() : 0;
        List<String> all = symbols.stream().map(symbol -> undefined(symbol, "", code, position)).toList();
        return at(position, symbols.isEmpty() ? "this does not compile" : String.join("; ", all), source);
    }

    /** A cell ends in the middle of a statement. */
    CellException incomplete(CellSource source) {
        return at(source.text().stripTrailing().length() - source.offset(), "the cell ends before its last statement"
                + " does; is a bracket, quote or ';' missing?", source);
    }

    /** A cell was stopped by an interrupt. */
    CellException stopped(CellSource source) {
        String message = "interrupted in line " + source.lineAt(0);
        return new CellException(message, List.of(red(message), source.quote(source.lineAt(0))));
    }

    /** The compiler itself failed at a statement. */
    CellException notCompiled(Throwable failure, CellSource source) {
        Throwable cause = failure;
        while (cause.getCause() != null) { // the compiler wraps what it stumbles over
            cause = cause.getCause();
        }
        return at(0, cause instanceof StackOverflowError
                ? "this statement is too long or too deeply nested for the compiler; make several of it"
                : cause instanceof OutOfMemoryError
                        ? "the compiler ran out of memory (" + cause.getMessage() + "); restart the kernel, or give"
                                + " it more by FACE_UNLOCK_JAVA_OPTS=-Xmx..."
                        : "the compiler failed: " + cause, source);
    }

    private static CellException at(int position, String words, CellSource source) {
        List<String> report = new ArrayList<>(List.of(red(words)));
        report.addAll(source.pointAt(position));
        return new CellException("line " + source.lineAt(position) + ": " + words, report);
    }

    static String red(String text) {
        return BOLD_RED + text + PLAIN;
    }
}
