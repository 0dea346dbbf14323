package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormulaWeightsTest {

    @Test
    void scattersAsTheSameFormulaInNumpy() {
        assertThat(FormulaWeights.lowbias32(0)).isZero();
        assertThat(FormulaWeights.lowbias32(1)).isEqualTo(0x688990c0);
        assertThat(FormulaWeights.lowbias32(-1)).isEqualTo(0x6768824a);
    }

    @Test
    void givesTheInputThatNumpyGives() {
        assertThat(FormulaWeights.input("input.pnet", 4))
                .containsExactly(0.6296145f, -0.66341615f, -0.40210629f, 0.49256945f);
    }

    @Test
    void givesEachKindOfParameterItsOwnRange() {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("c.weight", new int[] {64, 3, 3, 3});
        shapes.put("c.bias", new int[] {5000});
        shapes.put("bn.weight", new int[] {5000});
        shapes.put("bn.running_mean", new int[] {5000});
        shapes.put("bn.running_var", new int[] {5000});
        StateDict dict = FormulaWeights.of(shapes);
        double he = Math.sqrt(6.0 / 27);
        assertFills(dict, "c.weight", -he, he);
        assertFills(dict, "c.bias", -0.1, 0.1);
        assertFills(dict, "bn.weight", 0.8, 1.2);
        assertFills(dict, "bn.running_mean", -0.1, 0.1);
        assertFills(dict, "bn.running_var", 0.8, 1.2);
    }

    @Test
    void knowsTheParametersOfTheEmbedder() {
        Map<String, int[]> shapes = EmbedderShapes.all();
        assertThat(shapes).hasSize(604);
        long numbers = shapes.values().stream().mapToLong(shape -> {
            long count = 1;
            for (int size : shape) {
                count *= size;
            }
            return count;
        }).sum();
        assertThat(numbers).isEqualTo(27_939_927L);
    }

    /** Thousands of numbers spread evenly come within 2 % of both ends and never pass them. */
    private static void assertFills(StateDict dict, String name, double low, double high) {
        float[] values = dict.find(name).orElseThrow().toFloats();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double slack = 0.02 * (high - low);
        assertThat(least).as(name).isBetween(low - 1e-6, low + slack);
        assertThat(most).as(name).isBetween(high - slack, high + 1e-6);
    }
}
