package org.faceunlock.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks with packed weights against themselves without. */
class PackedConvolutionsTest {

    @BeforeAll
    static void requirePacked() {
        assumeTrue(PackedConvolutions.work(), "skipped: this libtorch packs no weights: " + OneDnn.describe());
    }

    /** Networks and sides of pictures: the usual ones, and such that leave a single pixel in the end. */
    static Stream<Arguments> networks() {
        return Stream.of(Arguments.of(new InceptionResnetV1(0.25, 0), 160), Arguments.of(new DlibResnet(), 150),
                Arguments.of(new PNet(), 61), Arguments.of(new RNet(), 24), Arguments.of(new ONet(), 48),
                Arguments.of(new InceptionResnetV1(0.125, 0), 96), Arguments.of(new InceptionResnetV1(0.25, 0), 112),
                Arguments.of(new PNet(), 12), Arguments.of(new PNet(), 13));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void packingChangesNoNumberBeyondRounding(NetworkDefinition definition, int side) {
        for (int pictures : new int[] {1, 5}) {
            FloatTensor x = Formula.input("x", pictures, 3, side, side);
            List<FloatTensor> plain = run(definition, x, false);
            List<FloatTensor> packed = run(definition, x, true);
            assertThat(packed).hasSameSizeAs(plain);
            for (int output = 0; output < plain.size(); output++) {
                assertThat(packed.get(output).shape()).isEqualTo(plain.get(output).shape());
                assertThat(packed.get(output).toArray()).usingComparatorWithPrecision(1e-4f)
                        .containsExactly(plain.get(output).toArray());
            }
        }
    }

    private static List<FloatTensor> run(NetworkDefinition definition, FloatTensor x, boolean packed) {
        try (Network network = Network.load(definition, new Formula(), NetworkForm.FOLDED, List.of(), packed)) {
            return network.run(x);
        }
    }
}
