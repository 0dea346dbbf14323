package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.network.TrainingNetwork;
import org.junit.jupiter.api.Test;

/**
 * DJL's arithmetic with a plain number, such as {@code x.mul(30)}, frees that number's memory at once, though libtorch
 * asks for it again for the gradient: what is there by then depends on the garbage collector. So neither the networks
 * nor the losses call any of it; the numbers of a loss are arrays of the step's scope.
 */
class LossNumbersTest {

    /** How a compiled class names the type of such a method. */
    private static final String WITH_A_NUMBER = "(Ljava/lang/Number;)Lai/djl/ndarray/NDArray;";

    @Test
    void noClassHereLeavesANumberToDjl() throws IOException, URISyntaxException {
        for (Class<?> one : List.of(TrainingNetwork.class, StageTraining.class)) {
            Path folder = Path.of(one.getResource(one.getSimpleName() + ".class").toURI()).getParent();
            try (Stream<Path> all = Files.list(folder)) {
                List<Path> classes = all.filter(file -> file.toString().endsWith(".class")).toList();
                assertThat(classes).hasSizeGreaterThan(20);
                for (Path file : classes) {
                    assertThat(callsWithANumber(Files.readAllBytes(file))).as(file.getFileName().toString()).isFalse();
                }
            }
        }
    }

    @Test
    void aClassThatDoesIsFound() throws IOException {
        try (var bytes = Careless.class.getResourceAsStream("LossNumbersTest$Careless.class")) {
            assertThat(callsWithANumber(bytes.readAllBytes())).isTrue();
        }
    }

    private static boolean callsWithANumber(byte[] compiled) {
        return new String(compiled, StandardCharsets.ISO_8859_1).contains(WITH_A_NUMBER);
    }

    /** Does what nobody should. */
    private static final class Careless {
        static NDArray scaled(NDArray x) {
            return x.mul(30);
        }
    }
}
