package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextStyleTest {

    private final TextStyle letters = TextStyle.plain(12);

    @ParameterizedTest
    @ValueSource(strings = {
        "a rather long name of a file.jpg",
        "\u738b\u5c0f\u660e\u738b\u5c0f\u660e\u738b\u5c0f\u660e",
        "\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00\ud83d\ude00",
        "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"
    })
    void aTextIsCutToItsRoomWithoutBreakingALetter(String text) {
        for (double room = 0; room < 120; room += 3) {
            String cut = letters.fit(text, room);
            assertThat(letters.width(cut)).isLessThanOrEqualTo(room);
            assertThat(cut.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)).as(cut).isTrue();
            assertThat(cut).doesNotStartWith("\u0301").doesNotContain("\u2026\u0301");
        }
    }

    @Test
    void aCutFileNameKeepsItsEnding() {
        assertThat(letters.fit("220px-Somebody_at_a_festival_2019_2.jpg", 130))
                .startsWith("220px").contains("\u2026").endsWith(".jpg");
    }

    @Test
    void linesAreBrokenAtBlanksAndKeepEveryWord() {
        String text = "cosine similarity of sixty faces of ten people";
        List<String> lines = letters.wrap(text, 120);
        assertThat(lines).hasSizeGreaterThan(1).allMatch(line -> letters.width(line) <= 120);
        assertThat(String.join(" ", lines)).isEqualTo(text);
    }

    @Test
    void lineBreaksAndOtherControlCharactersAreBlanks() {
        assertThat(letters.fit("two\r\n\tlines\u0000", 1000)).isEqualTo("two lines");
    }

    @Test
    void aMissingFontIsExplainedWithThePackageToInstall() {
        assertThatThrownBy(() -> FontCheck.require(() -> {
            throw new InternalError("Fontconfig head is null, check your fonts or fonts configuration");
        })).isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("fontconfig", "apt-get install", "head is null");
    }

    @Test
    void aFontWithoutWidthIsExplainedToo() {
        assertThatThrownBy(() -> FontCheck.require(() -> 0)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("fonts-dejavu-core");
    }

    @Test
    void thisMachineHasAFont() {
        assertThatCode(FontCheck::require).doesNotThrowAnyException();
    }

    @Test
    void numeralsHaveARealMinusAndNoNegativeZero() {
        assertThat(Stream.of(-0.098, -0.001, 1.0, Double.NaN).map(value -> NumberFormats.fixed(value, 2)))
                .containsExactly("\u22120.10", "0.00", "1.00", "NaN");
    }

    @Test
    void ticksAreRoundNumbersWithinTheAxis() {
        Ticks ticks = Ticks.between(-0.1, 1, 8);
        assertThat(ticks.values().size()).isBetween(4, 9);
        assertThat(List.of(ticks.label(0), ticks.label(1), ticks.label(2))).containsExactly("0.0", "0.2", "0.4");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.003, 0.7, 1, 19, 5e6})
    void ticksStayFewAndDistinctAtEveryMagnitude(double width) {
        Ticks ticks = Ticks.between(-width / 3, width, 9);
        List<String> labels = new ArrayList<>();
        for (int index = 0; index < ticks.values().size(); index++) {
            labels.add(ticks.label(index));
            assertThat(ticks.values().get(index)).isBetween(-width / 3 * 1.000001, width * 1.000001);
        }
        assertThat(labels).hasSizeBetween(3, 10).doesNotHaveDuplicates();
    }
}
