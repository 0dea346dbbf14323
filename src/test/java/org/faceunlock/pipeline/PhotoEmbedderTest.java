package org.faceunlock.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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

    private static final Detection FACE = new Detection(new Box(0, 1, 4, 4), 0.5, new Landmarks(new Point(1, 2),
            new Point(3, 4), new Point(5, 6), new Point(7, 8), new Point(9, Double.NaN)));

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
        assertThat(known).isEqualTo(new EmbeddedPhoto(copy, "q", FaceStatus.FACE, Optional.of(FACE),
                Optional.of(Embedding.of(90, 1)), ""));
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

    @Test
    void resultsKeepThePhotosOrderHoweverLongEachTakes() {
        AtomicInteger turn = new AtomicInteger();
        List<Photo> many = IntStream.range(0, 200).mapToObj(i -> photos.get(i % 3)).toList();
        PhotoEmbedder slow = new PhotoEmbedder(photo -> {
            for (int spin = turn.incrementAndGet() % 7 * 20_000; spin > 0; spin--) {
                Thread.onSpinWait();
            }
            return find(photo);
        }, PhotoEmbedderTest::red, PhotoReader.DEFAULT, Optional.empty());
        assertThat(slow.embed(many, done -> { })).extracting(EmbeddedPhoto::file)
                .containsExactlyElementsOf(many.stream().map(Photo::file).toList());
    }

    @Test
    void fewPhotosAreReadAheadOfTheirResults() {
        AtomicInteger taken = new AtomicInteger();
        Iterator<Photo> endless = Stream.generate(() -> photos.get(2)).peek(photo -> taken.incrementAndGet())
                .iterator();
        try (EmbeddingPipeline pipeline = embedder("a").start(endless)) {
            for (int i = 1; i <= 500; i++) {
                pipeline.next();
                assertThat(taken.get() - i).isLessThanOrEqualTo(3 * EmbeddingPipeline.BATCH);
            }
        }
    }

    @Test
    void failureOfTheDetectorIsPassedOn() {
        PhotoEmbedder failing = new PhotoEmbedder(photo -> {
            throw new IllegalStateException("closed");
        }, PhotoEmbedderTest::red, PhotoReader.DEFAULT, Optional.empty());
        assertThatThrownBy(() -> failing.embed(photos, done -> { })).isInstanceOf(IllegalStateException.class)
                .hasMessage("closed");
    }

    @Test
    void interruptedWorkGoesOnFromTheCache() throws IOException {
        List<Photo> many = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, 50 << 16 | i);
            Path file = folder.resolve("many" + i + ".png");
            ImageIO.write(image, "png", file.toFile());
            many.add(new Photo(file, ""));
        }
        assertThatThrownBy(() -> embedder("a").embed(many, done -> {
            if (done == 100) {
                Thread.currentThread().interrupt();
            }
        })).isInstanceOf(CancellationException.class).hasMessageContaining("photos");
        assertThat(Thread.interrupted()).isTrue();
        int before = looked.get();
        assertThat(embedder("a").embed(many, done -> { })).allMatch(photo -> photo.embedding().isPresent());
        assertThat(looked.get() - before).isLessThanOrEqualTo(100);
    }

    private static List<Embedding> red(List<RgbImage> crops) {
        return crops.stream().map(crop -> Embedding.of(crop.toBufferedImage().getRGB(0, 0) >> 16 & 255, 1)).toList();
    }

    private PhotoEmbedder embedder(String settings) {
        return new PhotoEmbedder(this::find, PhotoEmbedderTest::red, PhotoReader.DEFAULT,
                Optional.of(new EmbeddingCache(folder.resolve("cache"), settings)));
    }

    private FaceOutcome find(RgbImage photo) {
        looked.incrementAndGet();
        if ((photo.toBufferedImage().getRGB(0, 0) >> 16 & 255) == 0) {
            return FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "dark");
        }
        return FaceOutcome.face(List.of(FACE), FACE, photo);
    }
}
