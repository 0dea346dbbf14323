package org.faceunlock.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bfloat16Test {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "flags\t\t: fpu avx512f avx512_bf16 gfni, true",
        "flags\t\t: fpu amx_tile amx_bf16, true",
        "Features\t: fp asimd bf16, true",
        "flags\t\t: fpu avx512f avx512_bf16x, false",
        "model name\t: a processor with avx512_bf16, false"})
    void theFlagsOfTheProcessorDecide(String line, boolean expected) throws IOException {
        Path cpuinfo = Files.writeString(folder.resolve("cpuinfo"), "processor\t: 0\n" + line + "\n");
        assertThat(Bfloat16.inHardware(cpuinfo)).isEqualTo(expected);
    }

    @Test
    void aSystemThatDoesNotTellHasNone() {
        assertThat(Bfloat16.inHardware(folder.resolve("nothing"))).isFalse();
    }
}
