package org.faceunlock.notebook.kernel;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jdk.jshell.spi.ExecutionControl.UserException;
import jdk.jshell.spi.SPIResolutionException;

/**
 * What a cell threw, as a copy that can be looked at without running the user's code.
 *
 * <p>Made where that code runs and can be stopped. What throws when asked is left out; causes that go in a circle, and
 * what is caused by more than {@value #MOST_CAUSES} others, end there.
 *
 * @param type the class's name as Java has it
 * @param message empty if there is none
 * @param undefined JShell's number of a declaration that was used, but does not compile
 */
record Thrown(String type, String message, List<StackTraceElement> trace, Optional<Thrown> cause,
        Optional<Integer> undefined) {
    private static final int MOST_CAUSES = 20;
    private static final int LONGEST_MESSAGE = 10_000;

    static Thrown of(Throwable failure) {
        return copy(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Thrown copy(Throwable failure, Set<Throwable> above) {
        above.add(failure);
        Throwable cause = ask(failure::getCause).filter(c -> above.size() < MOST_CAUSES && !above.contains(c))
                .orElse(null);
        return new Thrown(failure.getClass().getName(), message(failure),
                ask(failure::getStackTrace).map(List::of).orElse(List.of()),
                Optional.ofNullable(cause).map(c -> copy(c, above)),
                failure instanceof SPIResolutionException use ? Optional.of(use.id()) : Optional.empty());
    }

    private static String message(Throwable failure) {
        try {
            String message = failure.getLocalizedMessage();
            return message == null ? "" : message.length() <= LONGEST_MESSAGE ? message
                    : message.substring(0, LONGEST_MESSAGE) + "...";
        } catch (CellStoppedError e) {
            throw e;
        } catch (Throwable t) {
            return "(its message cannot be had: getMessage threw " + t.getClass().getSimpleName() + ")";
        }
    }

    private static <T> Optional<T> ask(Supplier<T> question) {
        try {
            return Optional.ofNullable(question.get());
        } catch (CellStoppedError e) {
            throw e;
        } catch (Throwable t) {
            return Optional.empty();
        }
    }

    /** The copy on its way through JShell, which is told no more than the class. */
    static final class Carrier extends UserException {
        private static final long serialVersionUID = 1;
        private final transient Thrown thrown;

        Carrier(Thrown thrown) {
            super("", thrown.type(), new StackTraceElement[0]);
            this.thrown = thrown;
        }

        Thrown thrown() {
            return thrown;
        }
    }
}
