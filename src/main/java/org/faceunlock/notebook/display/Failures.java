package org.faceunlock.notebook.display;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What failures say of themselves, whatever their own methods do: a message that cannot be had is told as such, causes
 * that lead in a circle are followed once, and long texts and stacks are cut, aloud.
 */
public final class Failures {
    private static final int MOST_CHARACTERS = 10_000;
    private static final int MOST_FRAMES = 30;

    private Failures() {
    }

    /** The class and the message. */
    public static String line(Throwable failure) {
        String name = PlainText.name(failure);
        String message = message(failure);
        return message.isEmpty() ? name : name + ": " + message;
    }

    /** The message; empty where there is none, and words in its place where asking for it fails. */
    public static String message(Throwable failure) {
        try {
            String message = failure.getLocalizedMessage();
            return message == null ? "" : PlainText.cut(message, MOST_CHARACTERS);
        } catch (Throwable t) {
            return "(its message failed: " + PlainText.name(t) + ")";
        }
    }

    /**
     * The stack of a failure and those of its causes, a line an entry, as Java prints them.
     *
     * @param last where a stack ends for the reader: this frame and those that called it are left out
     */
    public static List<String> trace(Throwable failure, Predicate<StackTraceElement> last) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        String head = "";
        for (Throwable at = failure; at != null && told.add(at); at = cause(at)) {
            (head + line(at)).lines().forEach(lines::add);
            List<StackTraceElement> frames = frames(at).takeWhile(last.negate()).toList();
            frames.stream().limit(MOST_FRAMES).forEach(frame -> lines.add("\tat " + frame));
            if (frames.size() > MOST_FRAMES) {
                lines.add("\t... " + (frames.size() - MOST_FRAMES) + " more");
            }
            head = "Caused by: ";
        }
        return lines;
    }

    private static Stream<StackTraceElement> frames(Throwable failure) {
        try {
            return Stream.of(failure.getStackTrace());
        } catch (Throwable t) {
            return Stream.of(); // a stack that cannot be had is none
        }
    }

    private static Throwable cause(Throwable failure) {
        try {
            return failure.getCause();
        } catch (Throwable t) {
            return null; // a cause that cannot be had is none
        }
    }
}
