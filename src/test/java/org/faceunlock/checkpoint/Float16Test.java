package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class Float16Test {

    @Test
    void everyHalfComesBackFromItsFloat() {
        for (int bits = 0; bits <= 0xffff; bits++) {
            float value = Float16.toFloat((short) bits);
            if (Float.isNaN(value)) {
                assertThat(Float16.toFloat(Float16.of(value))).isNaN();
            } else {
                assertThat(Float16.of(value)).as(Integer.toHexString(bits)).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void whatLiesBetweenTwoHalvesBecomesTheNearerAndATieTheEvenOne() {
        for (int bits = 0; bits < 0x7bff; bits++) {
            float low = Float16.toFloat((short) bits);
            float high = Float16.toFloat((short) (bits + 1));
            float middle = (low + high) / 2;
            int even = (bits & 1) == 0 ? bits : bits + 1;
            assertThat(Float16.of(middle)).as(Integer.toHexString(bits)).isEqualTo((short) even);
            assertThat(Float16.of(Math.nextDown(middle))).isEqualTo((short) bits);
            assertThat(Float16.of(-Math.nextUp(middle))).isEqualTo((short) (bits + 1 | 0x8000));
        }
    }

    @Test
    void aFiniteNumberTooLargeForAHalfIsRefusedWithItsTensor() {
        StateDict states = new StateDict("mine", Map.of("w", StateTensor.of(new float[] {1, -70000}, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> states.to(DType.FLOAT16))
                .withMessageContaining("mine, tensor w").withMessageContaining("-70000.0 at 1");
    }
}
