package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells what a cell threw: first what it caught last, the cause of it all at the end, each with the lines of cells that
 * led there.
 *
 * <p>Frames of the JDK and of libraries are left out; frames that come again and again are counted.
 */
final class ThrownReport {
    private static final int MOST_LINES = 40;
    private static final int LONGEST_CYCLE = 12;
    private final CellLines lines;
    private final Function<Thrown, Optional<String>> hints;

    /** Hints may say more than the message of what was thrown. */
    ThrownReport(CellLines lines, Function<Thrown, Optional<String>> hints) {
        this.lines = lines;
        this.hints = hints;
    }

    CellException of(Thrown thrown) {
        List<String> report = new ArrayList<>();
        Optional<Thrown> next = Optional.of(thrown);
        while (next.isPresent()) {
            report.addAll(headline(next.get()));
            report.addAll(frames(next.get()));
            next = next.get().cause();
            next.ifPresent(cause -> report.add("caused by"));
        }
        return new CellException(name(thrown) + message(thrown).lines().findFirst().map(m -> ": " + m).orElse(""),
                report);
    }

    private List<String> headline(Thrown thrown) {
        List<String> message = message(thrown).lines().toList();
        List<String> headline = new ArrayList<>(message);
        String first = CellErrors.red(name(thrown)) + (message.isEmpty() ? "" : ": " + message.get(0));
        if (message.isEmpty()) {
            headline.add(first);
        } else {
            headline.set(0, first);
        }
        return headline;
    }

    private static String name(Thrown thrown) {
        String name = thrown.undefined().isPresent() ? "NotDefined" : readable(thrown.type());
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    private String message(Thrown thrown) {
        String hint = hints.apply(thrown).orElse("");
        String message = thrown.undefined().isPresent() ? "" : readable(thrown.message());
        return message.isEmpty() || hint.isEmpty() ? message + hint : message + "\n" + hint;
    }

    /**
     * A text without what JShell puts around names, without class loaders, which nobody asked for, and without the half
     * sentence that Java has for a null that it got by a late access.
     */
    private static String readable(String text) {
        return text.replaceAll(" because \"$", "").replaceAll("(?:\\bREPL[./])?\\$JShell\\$\\w+[.$]?", "")
                .replaceAll(" \\(\\S+ (?:and \\S+ are|is) in .*loader .*\\)", "");
    }

    private List<String> frames(Thrown thrown) {
        List<Frame> frames = new ArrayList<>();
        for (StackTraceElement element : thrown.trace()) {
            if (SnippetClasses.LOADER.equals(element.getClassLoaderName())) {
                Frame frame = frame(element);
                boolean isSame = !frames.isEmpty() && frame.equals(frames.get(frames.size() - 1));
                if (!isSame || !method(element).isEmpty()) {
                    frames.add(frame);
                }
            }
        }
        List<String> told = new ArrayList<>();
        int at = 0;
        while (at < frames.size() && told.size() < MOST_LINES) {
            int cycle = cycle(frames, at);
            int times = cycle == 0 ? 1 : repeats(frames, at, cycle);
            for (Frame frame : frames.subList(at, at + Math.max(1, cycle))) {
                told.addAll(frame.told(told.isEmpty()));
            }
            if (cycle > 0) {
                told.add("    ... " + (cycle == 1 ? "this" : "these " + cycle) + " again and again, " + times
                        + " times in all");
            }
            at += Math.max(1, cycle) * times;
        }
        if (at < frames.size()) {
            told.add("    ... and " + (frames.size() - at) + " more");
        }
        return told;
    }

    /** A line of the user's code that led to a failure. */
    private record Frame(String text, Optional<CellLines.Place> place) {
        List<String> told(boolean isFirst) {
            List<String> lines = new ArrayList<>(List.of("    at " + text));
            place.ifPresent(p -> lines.addAll(isFirst ? p.source().show(p.line()) : List.of(p.source()
                    .quote(p.line()))));
            return lines;
        }
    }

    private Frame frame(StackTraceElement element) {
        Optional<CellLines.Place> place = lines.of(element);
        String method = method(element);
        if (place.isEmpty()) {
            String file = element.getFileName() + ":" + element.getLineNumber();
            boolean isOfCell = LateBinding.WRAPPER.matcher(element.getClassName()).lookingAt();
            return new Frame(isOfCell ? method : element.getClassName() + "." + method + " (" + file + ")", place);
        }
        return new Frame((method.isEmpty() ? "" : method + ", ") + place.get(), place);
    }

    /** Which method, empty for a cell's statements; constructors and lambdas by what they stand in. */
    private static String method(StackTraceElement element) {
        String type = readable(element.getClassName()).replace('$', '.').replaceAll("(^|\\.)\\d+", "$1");
        String name = element.getMethodName().replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1");
        boolean isCode = name.startsWith("do_it$");
        if (!LateBinding.WRAPPER.matcher(element.getClassName()).lookingAt()) {
            return name;
        }
        return switch (name) {
            case "<init>", "new" -> "new " + type;
            case "<clinit>", "static" -> "static of " + type;
            default -> isCode ? "" : type.isEmpty() ? name : type + "." + name;
        };
    }

    private static int cycle(List<Frame> frames, int at) {
        for (int length = 1; length <= LONGEST_CYCLE; length++) {
            if (repeats(frames, at, length) >= 3) {
                return length;
            }
        }
        return 0;
    }

    private static int repeats(List<Frame> frames, int at, int length) {
        int times = 1;
        for (int next = at + length; next + length <= frames.size()
                && frames.subList(next, next + length).equals(frames.subList(at, at + length)); next += length) {
            times++;
        }
        return times;
    }
}
