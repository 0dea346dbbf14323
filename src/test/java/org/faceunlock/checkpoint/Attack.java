package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A pickle that must be refused.
 *
 * @param name   what it tries
 * @param reason what the refusal must say, besides the file's name
 */
record Attack(String name, byte[] pickle, String reason) {

    /** How many float32 numbers the storage "0" of the file around the pickle holds. */
    static final int NUMBERS = 4;

    Attack(String name, PickleBytes pickle, String reason) {
        this(name, pickle.bytes(), reason);
    }

    /** A pickle that has just pushed a sound tensor. */
    static PickleBytes tensor() {
        return CrudeCheckpoint.tensor(PickleBytes.start(), NUMBERS, 0, new long[] {NUMBERS}, new long[] {1});
    }

    /** Instructions that push a storage. */
    static byte[] stored(String type, long count) {
        return new PickleBytes().op("(").text("storage").global("torch", type).text("0").text("cpu").number(count)
                .op("tQ").bytes();
    }

    /** Refused in time, by file and reason, and with bounded memory, most of it short-lived. */
    void assertRefused(Path folder) throws IOException {
        Path file = CrudeCheckpoint.zip(folder, pickle, NUMBERS);
        long before = Allocation.bytes();
        Throwable refusal = assertTimeout(Duration.ofSeconds(10),
                () -> catchThrowable(() -> CheckpointFile.read(file)));
        assertThat(refusal).isInstanceOf(CheckpointException.class).hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
        assertThat(Allocation.bytes() - before).as("bytes set aside").isLessThan(192L << 20);
    }

    @Override
    public String toString() {
        return name;
    }
}
