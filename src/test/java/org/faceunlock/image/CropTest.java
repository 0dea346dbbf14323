package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.faceunlock.geometry.Box;
import org.junit.jupiter.api.Test;

class CropTest {

    @Test
    void theMarginIsCountedInPixelsOfTheCrop() {
        // 142 of 160 pixels show the box: 284 photo pixels get 2 * 18 more, 142 get 18 more
        assertThat(Crop.DEFAULT.region(1000, 1000, new Box(200, 300, 484, 442)))
                .contains(new PixelRegion(182, 291, 502, 451));
    }

    @Test
    void withoutMarginTheBoxIsCutDownToWholePixels() {
        assertThat(Crop.of(160, 0).region(100, 100, new Box(10.9, 20.2, 30.9, 40.999)))
                .contains(new PixelRegion(10, 20, 30, 40));
    }

    @Test
    void whatLiesOutsideThePhotoIsClipped() {
        assertThat(Crop.DEFAULT.region(50, 40, new Box(-20, -3, 70, 90))).contains(new PixelRegion(0, 0, 50, 40));
    }

    @Test
    void aBoxOutsideThePhotoGivesNoCrop() {
        RgbImage photo = RgbImage.of(50, 40, new byte[50 * 40 * 3]);
        assertThat(Crop.DEFAULT.cut(photo, new Box(60, 10, 80, 30))).isEmpty();
        assertThat(Crop.DEFAULT.cut(photo, new Box(-40, -40, -10, -10))).isEmpty();
    }

    @Test
    void aBoxWithinOnePixelGivesNoCrop() {
        assertThat(Crop.of(160, 0).region(50, 40, new Box(3.1, 3.1, 3.9, 12))).isEmpty();
    }

    @Test
    void theCropIsASquareOfTheSizeAskedForWhateverTheBox() {
        RgbImage photo = RgbImage.of(50, 40, new byte[50 * 40 * 3]);
        assertThat(Crop.of(96, 10).cut(photo, new Box(5, 5, 45, 15))).hasValueSatisfying(crop ->
                assertThat(crop.width()).isEqualTo(crop.height()).isEqualTo(96));
    }

    @Test
    void pixelsOutsideTheRegionHaveNoSay() {
        byte[] values = new byte[20 * 20 * 3];
        for (int y = 5; y < 15; y++) {
            Arrays.fill(values, (y * 20 + 5) * 3, (y * 20 + 15) * 3, (byte) 200);
        }
        RgbImage crop = Crop.of(32, 0).cut(RgbImage.of(20, 20, values), new Box(5, 5, 15, 15)).orElseThrow();
        assertThat(crop.toBytes()).containsOnly(200);
    }

    @Test
    void aMarginThatLeavesNoRoomForTheFaceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Crop.of(160, 160))
                .withMessageContaining("margin").withMessageContaining("159").withMessageContaining("160");
    }
}
