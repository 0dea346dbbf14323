package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.faceunlock.image.SamplePhotos.exif;
import static org.faceunlock.image.SamplePhotos.gradient;
import static org.faceunlock.image.SamplePhotos.join;
import static org.faceunlock.image.SamplePhotos.tiff;
import static org.faceunlock.image.SamplePhotos.webpWithExif;
import static org.faceunlock.image.SamplePhotos.withChunk;
import static org.faceunlock.image.SamplePhotos.withSegment;
import static org.faceunlock.image.SamplePhotos.write;

import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    /** Two pixels wide and three high: AB, CD, EF. */
    private static final RgbImage STORED = RgbImage.of(2, 3, "AAABBBCCCDDDEEEFFF".getBytes());

    @ParameterizedTest
    @CsvSource({"1, AB CD EF", "2, BA DC FE", "3, FE DC BA", "4, EF CD AB",
        "5, ACE BDF", "6, ECA FDB", "7, FDB ECA", "8, BDF ACE"})
    void eachTagTurnsThePhotoUpright(int tag, String expected) {
        assertThat(rows(Orientation.ofTag(tag).upright(STORED))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 9, -1, 65535, 6.5, Double.NaN, Double.POSITIVE_INFINITY})
    void tagsWithoutMeaningCountAsUpright(double tag) {
        assertThat(Orientation.ofTag(tag)).isEqualTo(Orientation.UPRIGHT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aJpegIsTurnedAsItsExifSays(int tag) {
        byte[] plain = write(gradient(33, 20), "jpeg");
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] tagged = withSegment(plain, 0xe1, "Exif\0\0", exif(tag, order));
            assertThat(read(tagged)).isEqualTo(Orientation.ofTag(tag).upright(read(plain)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPngIsTurnedAsItsExifSays(int tag) {
        byte[] plain = write(gradient(33, 20), "png");
        assertThat(read(withChunk(plain, "eXIf", exif(tag, ByteOrder.BIG_ENDIAN))))
                .isEqualTo(Orientation.ofTag(tag).upright(read(plain)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aWebpIsTurnedAsItsExifSays(int tag) {
        RgbImage expected = Orientation.ofTag(tag).upright(read(SamplePhotos.WEBP));
        byte[] exif = exif(tag, ByteOrder.LITTLE_ENDIAN);
        assertThat(read(webpWithExif(exif))).isEqualTo(expected);
        assertThat(read(webpWithExif(join("Exif\0\0".getBytes(), exif)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTiffIsTurnedAsItsDirectorySays(int tag) {
        assertThat(read(tiff(gradient(33, 20), tag)))
                .isEqualTo(Orientation.ofTag(tag).upright(RgbImage.of(gradient(33, 20))));
    }

    private static RgbImage read(byte[] file) {
        return PhotoReader.DEFAULT.read(file, "sample");
    }

    private static String rows(RgbImage image) {
        StringBuilder rows = new StringBuilder();
        for (int y = 0; y < image.height(); y++) {
            rows.append(y == 0 ? "" : " ");
            for (int x = 0; x < image.width(); x++) {
                rows.append((char) image.value(x, y, 2));
            }
        }
        return rows.toString();
    }
}
