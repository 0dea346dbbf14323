package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.faceunlock.Mutations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Package archives damaged at random, outside and inside of their compression: refused, or read in the right size. */
class FuzzedPackageTest {

    private static final String WANTED = "package/model/a.bin";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void damagedArchivesAreRefusedOrRead(boolean inside) throws IOException {
        fuzz(inside, 2_000, 20261125);
    }

    @Tag("soak")
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHundredThousandDamagedArchivesAreRefusedOrRead(boolean inside) throws IOException {
        fuzz(inside, 100_000, new Random().nextLong());
    }

    private static void fuzz(boolean inside, int inputs, long seed) throws IOException {
        byte[] archive = new Archives().file("package/package.json", "{}").file(WANTED, "numbers")
                .file("package/" + "long/".repeat(40) + "b", "x").pack();
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(archive)).readAllBytes();
        Mutations mutations = new Mutations(seed);
        int refused = 0;
        long slowest = 0;
        long most = 0;
        for (int i = 0; i < inputs; i++) {
            byte[] damaged = inside ? gzip(mutations.of(tar)) : mutations.of(archive);
            long start = System.nanoTime();
            long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
            try {
                assertThat(PackageArchive.entry(damaged, WANTED, 7)).as("seed %s, input %s", seed, i).hasSize(7);
            } catch (FetchException e) {
                assertThat(e).as("seed %s, input %s", seed, i).hasMessageStartingWith("archive: ");
                refused++;
            }
            most = Math.max(most, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
            slowest = Math.max(slowest, System.nanoTime() - start);
        }
        System.out.println("FuzzedPackageTest inside=%s seed %s: %s inputs, %s refused, slowest %s ms, most %s kB"
                .formatted(inside, seed, inputs, refused, slowest / 1_000_000, most >> 10));
        assertThat(refused).as("refused").isGreaterThan(inputs / 10);
        assertThat(slowest).as("slowest, ns").isLessThan(2_000_000_000L);
        assertThat(most).as("most bytes set aside for one").isLessThan(160L << 20);
    }

    private static byte[] gzip(byte[] tar) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(tar);
        }
        return bytes.toByteArray();
    }
}
