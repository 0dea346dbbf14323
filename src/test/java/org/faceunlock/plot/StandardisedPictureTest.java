package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;

class StandardisedPictureTest {

    @Test
    void every8BitValueComesBack() {
        float[] values = new float[3 * 16 * 16];
        for (int index = 0; index < values.length; index++) {
            values[index] = (index % 256 - 127.5f) / 128f;
        }
        RgbImage picture = StandardisedPicture.of(values, 16, 16);
        for (int pixel = 0; pixel < 256; pixel++) {
            assertThat(picture.value(pixel % 16, pixel / 16, pixel % 3)).isEqualTo(pixel);
        }
    }

    @Test
    void planesAreRedGreenBlueAndRowsComeFirst() {
        float[] values = new float[3 * 2 * 3];
        values[1 * 6 + 1 * 3 + 2] = (200 - 127.5f) / 128;
        RgbImage picture = StandardisedPicture.of(values, 2, 3);
        assertThat(picture.value(2, 1, 1)).isEqualTo(200);
        assertThat(picture.value(2, 1, 0)).isEqualTo(128);
    }

    @Test
    void whatIsBeyondTheRangeIsClipped() {
        RgbImage picture = StandardisedPicture.of(new float[] {-7, 7, Float.POSITIVE_INFINITY}, 1, 1);
        assertThat(picture.toBytes()).containsExactly((byte) 0, (byte) 255, (byte) 255);
    }

    @Test
    void nanIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> StandardisedPicture.of(new float[] {0, Float.NaN, 0}, 1, 1))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN at index 1");
    }

    @Test
    void aWrongCountIsRefusedWithBothNumbers() {
        assertThatThrownBy(() -> StandardisedPicture.of(new float[5], 1, 2))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("6 numbers", "found 5");
    }

    @Test
    void pictureAsATensorIsStandardisedAndComesBack() {
        RgbImage face = DrawnFaces.face(1, 1);
        float[] tensor = StandardisedPicture.tensor(face);
        assertThat(tensor[0]).isEqualTo((face.value(0, 0, 0) - 127.5f) / 128);
        assertThat(StandardisedPicture.of(tensor, 160, 160)).isEqualTo(face);
    }

    @Test
    void numbersShownUnchangedAreBlackBelowZero() {
        RgbImage shown = StandardisedPicture.unchanged(new float[] {-0.9f, 0, 0.5f}, 1, 1);
        assertThat(new int[] {shown.value(0, 0, 0), shown.value(0, 0, 1), shown.value(0, 0, 2)})
                .containsExactly(0, 0, 128);
    }
}
