package org.faceunlock.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.faceunlock.embed.Embedding;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoEmbedderTest {

    @TempDir
    private Path folder;

    private final AtomicInteger looked = new AtomicInteger();
    private List<Photo> photos;

    @BeforeEach
    void draw() throws IOException {
        Files.writeString(folder.resolve("broken.jpg"), "no photo");
        for (int grey : new int[] {0, 90}) {
            RgbImage picture = RgbImage.of(4, 4, new byte[48]);
            BufferedImage image = picture.toBufferedImage();
            image.setRGB(0, 0, grey << 16);
            ImageIO.write(image, "png", folder.resolve(grey + ".png").toFile());
        }
        photos = Stream.of("0.png", "broken.jpg", "90.png").map(name -> new Photo(folder.resolve(name), "p")).toList();
    }

    @Test
    void everyPhotoHasItsResultInOrder() {
        List<EmbeddedPhoto> embedded = embedder("a").embed(photos, done -> { });
        assertThat(embedded).extracting(photo -> photo.file().getFileName().toString())
                .containsExactly("0.png", "broken.jpg", "90.png");
        assertThat(embedded.get(0).reason()).isEqualTo("dark");
        assertThat(embedded.get(1).embedding()).isEmpty();
        assertThat(embedded.get(2).embedding()).contains(Embedding.of(90, 1));
    }

    @Test
    void secondTimeNothingIsComputed() {
        List<EmbeddedPhoto> first = embedder("a").embed(photos, done -> { });
        int before = looked.get();
        assertThat(embedder("a").embed(photos, done -> { })).isEqualTo(first);
        assertThat(looked.get()).isEqualTo(before);
    }

    @Test
    void otherSettingsAreComputedAnew() {
        embedder("a").embed(photos, done -> { });
        int before = looked.get();
        embedder("b").embed(photos, done -> { });
        assertThat(looked.get()).isEqualTo(before + 2);
    }

    @Test
    void sameContentUnderAnotherNameIsKnown() throws IOException {
        embedder("a").embed(photos, done -> { });
        int before = looked.get();
        Path copy = Files.copy(folder.resolve("90.png"), folder.resolve("copy.png"));
        EmbeddedPhoto known = embedder("a").embed(List.of(new Photo(copy, "q")), done -> { }).get(0);
        assertThat(known).isEqualTo(new EmbeddedPhoto(copy, "q", Optional.of(Embedding.of(90, 1)), ""));
        assertThat(looked.get()).isEqualTo(before);
    }

    @Test
    void damagedEntryIsNoticedAndHealed() throws IOException {
        List<EmbeddedPhoto> first = embedder("a").embed(photos, done -> { });
        List<Path> entries;
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            entries = files.filter(Files::isRegularFile).toList();
        }
        assertThat(entries).hasSize(2);
        for (Path entry : entries) {
            byte[] bytes = Files.readAllBytes(entry);
            bytes[3] ^= 1;
            Files.write(entry, bytes);
        }
        int before = looked.get();
        assertThat(embedder("a").embed(photos, done -> { })).isEqualTo(first);
        assertThat(looked.get()).isEqualTo(before + 2);
        embedder("a").embed(photos, done -> { });
        assertThat(looked.get()).isEqualTo(before + 2);
    }

    @Test
    void folderThatCannotBeWrittenToCostsTheCacheOnly() throws IOException {
        Files.writeString(folder.resolve("cache"), "in the way");
        assertThat(embedder("a").embed(photos, done -> { })).hasSize(3);
    }

    private PhotoEmbedder embedder(String settings) {
        return new PhotoEmbedder(this::find,
                crops -> crops.stream().map(crop -> Embedding.of(crop.toBufferedImage().getRGB(0, 0) >> 16 & 255,
                1)).toList(),
                PhotoReader.DEFAULT, Optional.of(new EmbeddingCache(folder.resolve("cache"), settings)));
    }

    private FaceOutcome find(RgbImage photo) {
        looked.incrementAndGet();
        if ((photo.toBufferedImage().getRGB(0, 0) >> 16 & 255) == 0) {
            return FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "dark");
        }
        Point point = new Point(1, 1);
        Detection face = new Detection(new Box(0, 0, 4, 4), 1, new Landmarks(point, point, point, point, point));
        return FaceOutcome.face(List.of(face), face, photo);
    }
}
