package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RawArgumentsTest {

    @Test
    void namesInUnicodeStayWhatTheyAre() {
        assertThat(RawArguments.of("zo\u00eb.jpg", "\ud83d\udd13")).containsExactly("zo\u00eb.jpg", "\ud83d\udd13");
        assertThat(RawArguments.path("faces/\ud83d\udd13 50% +.jpg"))
                .isEqualTo(Path.of("faces/\ud83d\udd13 50% +.jpg"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aByteOfItsOwnIsThatByteInThePath() {
        Path relative = RawArguments.path("a b/z%\u00eb\udce9.jpg");
        assertThat(relative.isAbsolute()).isFalse();
        assertThat(relative.getNameCount()).isEqualTo(2);
        assertThat(relative.toUri().toString()).endsWith("/a%20b/z%25%C3%AB%E9.jpg");
        assertThat(RawArguments.path("/tmp/\udce9").toUri()).hasToString("file:///tmp/%E9");
    }
}
