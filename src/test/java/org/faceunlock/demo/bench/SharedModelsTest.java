package org.faceunlock.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.faceunlock.models.ShippedWeights;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One detector and one embedder in the hands of eight threads: the numbers of one thread, and an orderly end. */
class SharedModelsTest {

    private static final int THREADS = 8;
    private static final RgbImage PHOTO = PhotoReader.DEFAULT.read(Path.of("faces/me/me_1.jpg"));

    @Test
    void eightThreadsGetTheNumbersOfOne() throws Exception {
        compare(160);
    }

    @Test
    @Tag("soak")
    void tenThousandCallsOfEightThreadsGiveTheNumbersOfOne() throws Exception {
        compare(10_000);
    }

    private static void compare(int calls) throws Exception {
        try (Mtcnn mtcnn = detector(); FaceEmbedder embedder = FaceEmbedder.load(ShippedWeights.NAME)) {
            List<Detection> expected = mtcnn.detect(PHOTO);
            RgbImage crop = mtcnn.find(PHOTO).crop().orElseThrow();
            Embedding numbers = embedder.embed(crop);
            assertThat(expected).isNotEmpty();
            int[] different = new int[THREADS];
            run(thread -> () -> {
                for (int call = 0; call < calls / THREADS; call++) {
                    boolean same = call % 4 == 0 ? mtcnn.detect(PHOTO).equals(expected)
                            : embedder.embed(crop).equals(numbers);
                    different[thread] += same ? 0 : 1;
                }
                return null;
            });
            assertThat(different).containsOnly(0);
        }
    }

    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closingWhileInUseEndsInAnExceptionAndNotInACrash() throws Exception {
        for (int round = 0; round < 5; round++) {
            FaceEmbedder embedder = FaceEmbedder.load(ShippedWeights.NAME);
            Mtcnn mtcnn = detector();
            RgbImage crop = mtcnn.find(PHOTO).crop().orElseThrow();
            Embedding numbers = embedder.embed(crop);
            CountDownLatch running = new CountDownLatch(THREADS);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> uses = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                boolean detects = i % 2 == 0;
                uses.add(threads.submit(() -> {
                    running.countDown();
                    while (true) {
                        if (detects) {
                            mtcnn.detect(PHOTO);
                        } else {
                            assertThat(embedder.embed(crop)).isEqualTo(numbers);
                        }
                    }
                }));
            }
            running.await();
            embedder.close();
            mtcnn.close();
            for (Future<?> use : uses) {
                assertThatThrownBy(use::get).isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
            }
            threads.shutdown();
        }
    }

    @Test
    void closingTwiceIsOnce() {
        FaceEmbedder embedder = FaceEmbedder.load(ShippedWeights.NAME);
        embedder.close();
        embedder.close();
        assertThatThrownBy(() -> embedder.embed(RgbImage.of(160, 160, new byte[160 * 160 * 3])))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("load it again");
    }

    private static Mtcnn detector() {
        return Mtcnn.load(ShippedWeights.NAME, MtcnnSettings.defaults());
    }

    private static void run(IntFunction<Callable<Void>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Void>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(work.apply(i)));
            }
            for (Future<Void> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
