package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderedMarkTest {

    @TempDir
    private Path folder;

    private static byte[] photo(String format) throws IOException {
        BufferedImage picture = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 2, 0x4080c0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void aMarkedPhotoHasTheMarkAndTheSamePixels(String format) throws IOException {
        byte[] plain = photo(format);
        Path marked = Files.write(folder.resolve("a." + format), RenderedMark.put(plain));
        assertThat(RenderedMark.isOn(Files.write(folder.resolve("plain." + format), plain))).isFalse();
        assertThat(RenderedMark.isOn(marked)).isTrue();
        assertThat(PhotoReader.DEFAULT.read(marked).toBytes())
                .isEqualTo(PhotoReader.DEFAULT.read(plain, "plain").toBytes());
    }

    @Test
    void aFileThatIsNotThereHasNoMark() {
        assertThat(RenderedMark.isOn(folder.resolve("none.jpg"))).isFalse();
    }

    @Test
    void theShippedPeopleAreMarked() {
        ImageFolder faces = ImageFolder.of(Path.of("faces"));
        assertThat(faces.rendered()).isEqualTo(faces.size());
    }
}
