package org.faceunlock.notebook.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values whose text or rendering throws, never ends, or is larger than a page. */
class RenderingFailuresTest {
    private final Renderings renderings = new Renderings();

    /** Throws what it is told to, from wherever it is asked. */
    private record Broken(Supplier<Throwable> failure) {
        @Override
        public String toString() {
            throw RenderingFailuresTest.<RuntimeException>sneaky(failure.get());
        }
    }

    /** Holds itself in its text. */
    private static final class Endless {
        @Override
        public String toString() {
            return "N" + this;
        }
    }

    /** Has no message to give. */
    private static final class Mute extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new AssertionError("no message");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    @ParameterizedTest
    @ValueSource(classes = {AssertionError.class, OutOfMemoryError.class, StackOverflowError.class,
            NoClassDefFoundError.class, ThreadDeath.class, Exception.class, IllegalStateException.class})
    void aToStringThatThrowsIsToldWithTheClassOfTheValue(Class<? extends Throwable> failure) {
        assertThat(plain(new Broken(() -> made(failure)))).contains("Broken", failure.getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(classes = {AssertionError.class, OutOfMemoryError.class, StackOverflowError.class, Exception.class})
    void aRenderingThatThrowsShowsTheTextAndTheFailure(Class<? extends Throwable> failure) {
        renderings.register(StringBuilder.class, value -> {
            throw RenderingFailuresTest.<RuntimeException>sneaky(made(failure));
        });
        assertThat(plain(new StringBuilder("text"))).startsWith("text\n").contains(failure.getSimpleName());
    }

    @Test
    void aRenderingThatReturnsNothingShowsTheText() {
        renderings.register(StringBuilder.class, value -> null);
        assertThat(plain(new StringBuilder("text"))).startsWith("text\n").contains("is null");
    }

    @Test
    void aToStringThatOverflowsTheStackIsTold() {
        assertThat(plain(new Endless())).contains("Endless", "StackOverflowError");
    }

    @Test
    void aFailureWithoutAMessageToGiveIsTold() {
        assertThat(plain(new Broken(Mute::new))).contains("Broken", "Mute", "its message failed: AssertionError");
    }

    @Test
    void oneBrokenElementLeavesTheOthersReadable() {
        assertThat(plain(List.of(1, new Broken(() -> new AssertionError("x")), 3)))
                .startsWith("[1, Broken (its text could not be made: AssertionError: x), 3]");
    }

    @Test
    void aMapThatHoldsItselfEnds() {
        Map<String, Object> map = new HashMap<>();
        map.put("me", List.of(map));
        assertThat(plain(map)).isEqualTo("{me=[{itself}]}");
    }

    @Test
    void listsDeepInOneAnotherEnd() {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            list = new ArrayList<>(List.of(list));
        }
        assertThat(plain(list)).isEqualTo("[".repeat(PlainText.DEEPEST) + "[...]" + "]".repeat(PlainText.DEEPEST));
    }

    @Test
    void aLongTextIsCutAndSaysByHowMuch() {
        assertThat(plain("x".repeat(PlainText.MOST_CHARACTERS + 1_234_567)))
                .isEqualTo("x".repeat(PlainText.MOST_CHARACTERS) + "\n(1,234,567 more characters are not shown)");
    }

    @Test
    void aLongArrayIsWrittenNoFurtherThanItIsShown() {
        String plain = plain(new byte[1_500_000]);
        assertThat(plain).hasSizeLessThan(PlainText.MOST_CHARACTERS + 100).startsWith("[0, 0, ")
                .matches("(?s).*, \\.\\.\\.]\n\\(1,4\\d\\d,\\d{3} more elements are not shown\\)");
    }

    @Test
    void theTraceOfFailuresThatCauseEachOtherEnds() {
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second", first);
        first.initCause(second);
        assertThat(Failures.trace(first, frame -> true))
                .containsExactly("IllegalStateException: first", "Caused by: IllegalStateException: second");
    }

    private String plain(Object value) {
        return renderings.render(value).plain();
    }

    private static Throwable made(Class<? extends Throwable> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
