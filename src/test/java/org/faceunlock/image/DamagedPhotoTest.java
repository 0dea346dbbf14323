package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Photos of every kind, cut and flipped: a row with a reason or a photo, soon and with little memory, nothing else. */
class DamagedPhotoTest {

    private static final FaceDetector NOBODY =
            photo -> FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "no face was found");
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MEGAPIXELS = 4;
    /** 16 bytes a pixel within the limit, and room for a decoder's tables. */
    private static final long MOST_BYTES = 16_000_000L * MEGAPIXELS + (32 << 20);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<String> photos() throws IOException {
        return PhotoCorpus.sound().keySet().stream();
    }

    @Test
    void everySoundPhotoOfTheCorpusIsRead() throws IOException {
        PhotoCorpus.sound().forEach((name, file) ->
                assertThat(PhotoReader.DEFAULT.read(file, name).width()).as(name).isPositive());
    }

    @ParameterizedTest
    @MethodSource("photos")
    void cutAtEveryPercentItIsARowWithAReason(String name, @TempDir Path folder) throws IOException {
        byte[] file = PhotoCorpus.sound().get(name);
        for (int percent = 0; percent < 100; percent++) {
            byte[] cut = Arrays.copyOf(file, file.length * percent / 100);
            Files.write(folder.resolve("%02d_%s".formatted(percent, name)), cut);
        }
        FaceSet rows = assertTimeoutPreemptively(LIMIT.multipliedBy(4), () -> ImageFolder.of(folder).detect(NOBODY));
        assertThat(rows.rows()).hasSize(100).allSatisfy(row -> {
            assertThat(row.outcome().status()).as(row.file().toString()).isEqualTo(FaceStatus.UNREADABLE);
            assertThat(row.outcome().reason()).isNotBlank().doesNotContain("\n");
        });
    }

    @Test
    void tenThousandFlipsGiveAPhotoOrARefusalSoonAndWithBoundedMemory() throws IOException {
        flip(10_000, 20261125);
    }

    @Test
    @Tag("soak")
    void aMillionFlipsGiveAPhotoOrARefusalSoonAndWithBoundedMemory() throws IOException {
        flip(1_000_000, new Random().nextLong());
    }

    private static void flip(int inputs, long seed) throws IOException {
        List<Map.Entry<String, byte[]>> photos = new ArrayList<>(PhotoCorpus.sound().entrySet());
        Random random = new Random(seed);
        int refused = 0;
        long slowest = 0;
        long most = 0;
        for (int i = 0; i < inputs; i++) {
            Map.Entry<String, byte[]> photo = photos.get(i % photos.size());
            byte[] file = photo.getValue().clone();
            for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
                file[random.nextInt(random.nextBoolean() ? file.length : Math.min(64, file.length))] ^=
                        (byte) (1 << random.nextInt(8));
            }
            long start = System.nanoTime();
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            refused += refused(file, "seed %s, input %s, %s".formatted(seed, i, photo.getKey())) ? 1 : 0;
            most = Math.max(most, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        System.out.println("DamagedPhotoTest seed %s: %s inputs, %s refused, slowest %s ms, most %s MB".formatted(
                seed, inputs, refused, slowest / 1_000_000, most >> 20));
        assertThat(refused).as("refused").isBetween(inputs / 4, inputs - 1);
        assertThat(slowest).as("slowest, ns").isLessThan(LIMIT.toNanos());
        assertThat(most).as("most bytes set aside for one").isLessThan(MOST_BYTES);
    }

    private static boolean refused(byte[] file, String input) {
        try {
            assertThat(PhotoReader.upTo(MEGAPIXELS).read(file, input).width()).as(input).isPositive();
            return false;
        } catch (UnreadablePhotoException e) {
            assertThat(e.reason()).as(input).isNotBlank().doesNotContain("\n");
            return true;
        }
    }
}
