package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Completion and help at a place in a cell: names of Java, of magics and, in strings and after magics, of files.
 *
 * <p>Places are counted in Unicode code points from the cell's begin, as in Jupyter's messages. For the thread of the
 * shell.
 */
final class CodeAssist {
    /** How long a name that is not found may wait for JShell to know all packages, soon after it was started. */
    private static final long INDEX_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long INDEX_STEP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** The begin of a name that stands alone, at the end of a text. */
    private static final Pattern WORD = Pattern.compile("(?<![.\\p{L}\\p{N}_])[\\p{L}_][\\p{L}\\p{N}_]*$");
    private final CellRunner cells;

    /**
     * Texts that may stand in the place of what is there.
     *
     * @param from the first place that a text replaces
     * @param to the place after the last
     */
    record Proposals(List<String> texts, int from, int to) {
        Proposals {
            texts = List.copyOf(texts);
        }
    }

    CodeAssist(CellRunner cells) {
        this.cells = cells;
    }

    /** What may stand before a place; of Java's names those first whose type fits. */
    Proposals complete(String cell, int cursor) {
        int at = chars(cell, cursor);
        Proposals found = completeAt(cell, at);
        return new Proposals(found.texts(), cell.codePointCount(0, found.from()), cell.codePointCount(0, at));
    }

    /** Signatures and documentation of what stands at a place, or of the call whose arguments do. */
    Optional<String> describe(String cell, int cursor) {
        int at = chars(cell, cursor);
        List<CellPart> parts = cells.parts(cell);
        Optional<CellPart> magic = magicAt(parts, at);
        return magic.isPresent() && !isCodeOf(magic.get(), at) ? cells.magics().help(magic.get().name())
                : new CodeHelp(cells.shell()).describe(java(cell, parts), at);
    }

    private static int chars(String text, int codePoints) {
        return text.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, text.codePointCount(0, text.length()))));
    }

    private Proposals completeAt(String cell, int at) {
        List<CellPart> parts = cells.parts(cell);
        Optional<CellPart> magic = magicAt(parts, at);
        if (magic.isPresent() && at <= magic.get().from() + magic.get().magic().length()) {
            return magics(magic.get(), cell.substring(magic.get().from(), at));
        }
        if (magic.isPresent() && !isCodeOf(magic.get(), at)) {
            int begin = lastWord(cell.substring(magic.get().argumentsFrom(), at)) + magic.get().argumentsFrom();
            return files(PathArguments.inHome(cell.substring(begin, at)), at);
        }
        String code = java(cell, parts);
        JavaScanner scanner = new JavaScanner();
        scanner.read(code, 0, at);
        return switch (scanner.place()) {
            case CODE -> names(code, at);
            case STRING -> files(code.substring(scanner.begin() + 1, at), at);
            case CHARACTER, TEXT_BLOCK, LINE_COMMENT, BLOCK_COMMENT -> new Proposals(List.of(), at, at);
        };
    }

    private static Optional<CellPart> magicAt(List<CellPart> parts, int at) {
        return parts.stream().filter(part -> !part.isJava() && part.from() <= at && at <= part.to()).findFirst();
    }

    private boolean isCodeOf(CellPart magic, int at) {
        return at >= magic.argumentsFrom() && cells.magics().takes(magic.name(), Magics.Arguments.CODE)
                && at > magic.from() + magic.magic().length();
    }

    /** The cell with spaces for its magics. */
    private String java(String cell, List<CellPart> parts) {
        String code = cell;
        for (CellPart part : parts) {
            boolean isCode = part.isJava() || cells.magics().takes(part.name(), Magics.Arguments.CODE);
            code = CellPart.blank(code, part.from(), isCode ? part.argumentsFrom() : part.to());
        }
        return code;
    }

    private Proposals magics(CellPart magic, String begin) {
        String sign = magic.isCellMagic() ? "%%" : "%";
        return new Proposals(cells.magics().names().stream().map(name -> sign + name)
                .filter(name -> name.startsWith(begin)).sorted().toList(), magic.from(), magic.from());
    }

    /** Where the last word begins, which may be in quotes. */
    private static int lastWord(String arguments) {
        for (char quote : new char[] {'"', '\''}) {
            if (arguments.chars().filter(c -> c == quote).count() % 2 == 1) {
                return arguments.lastIndexOf(quote) + 1;
            }
        }
        return 1 + Math.max(arguments.lastIndexOf(' '), arguments.lastIndexOf('\t'));
    }

    private static Proposals files(String begin, int at) {
        return new Proposals(FileNames.after(begin), at - (begin.length() - 1 - begin.lastIndexOf('/')), at);
    }

    private Proposals names(String code, int at) {
        long begun = System.nanoTime();
        while (true) {
            boolean isComplete = !cells.shell().isIndexing() || System.nanoTime() - begun > INDEX_NANOS;
            Proposals found = proposals(code, at);
            if (isComplete || !found.texts().isEmpty()) {
                return found;
            }
            LockSupport.parkNanos(INDEX_STEP_NANOS);
        }
    }

    private Proposals proposals(String code, int at) {
        String before = code.substring(0, at);
        Proposals inWholeCell = proposals(code, at, 0);
        Proposals known = inWholeCell.texts().isEmpty() ? proposals(code, at, cells.shell().lastStatement(before))
                : inWholeCell;
        Matcher word = WORD.matcher(before);
        if (!word.find() || !known.texts().isEmpty() && known.from() != word.start()) {
            return known;
        }
        return new Proposals(Stream.concat(declared(word.group(), code), known.texts().stream()).distinct().toList(),
                word.start(), at);
    }

    /** Names beginning in a certain way that the cell itself declares, which the shell knows once it has run. */
    private static Stream<String> declared(String begin, String code) {
        return Pattern.compile("[\\p{L}\\p{N}_>\\]]\\s+(" + begin + "[\\p{L}\\p{N}_]*)\\s*[=;:,)]").matcher(code)
                .results().map(declaration -> declaration.group(1)).filter(name -> !name.equals(begin));
    }

    private Proposals proposals(String code, int at, int start) {
        int[] anchor = {at - start};
        List<Suggestion> found = new ArrayList<>(cells.shell().analysis()
                .completionSuggestions(code.substring(start), at - start, anchor));
        found.sort(Comparator.comparing(suggestion -> !suggestion.matchesType()));
        return new Proposals(found.stream().map(Suggestion::continuation).distinct().toList(), start + anchor[0], at);
    }
}
