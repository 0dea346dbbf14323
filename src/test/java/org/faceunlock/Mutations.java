package org.faceunlock;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

/** Damages files at random, as a faulty disk or a hostile hand would: the same seed gives the same damage. */
public final class Mutations {

    private static final int[] ODD = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x80, 0xffff, 1 << 30};

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** A damaged copy: one to four changes, of bits, bytes, numbers, runs or the length. */
    public byte[] of(byte[] file) {
        byte[] damaged = file.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && damaged.length > 0; changes--) {
            damaged = changed(damaged);
        }
        return damaged;
    }

    private byte[] changed(byte[] file) {
        int at = random.nextInt(file.length);
        int length = random.nextInt(Math.min(64, file.length - at) + 1);
        switch (random.nextInt(7)) {
            case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> file[at] = (byte) random.nextInt(256);
            case 2 -> number(file, at);
            case 3 -> Arrays.fill(file, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xff));
            case 4 -> System.arraycopy(file, random.nextInt(file.length - length + 1), file, at, length);
            case 5 -> {
                return Arrays.copyOf(file, at);
            }
            default -> {
                return ByteBuffer.allocate(file.length + length).put(file, 0, at).put(file, at, length)
                        .put(file, at, file.length - at).array();
            }
        }
        return file;
    }

    private void number(byte[] file, int at) {
        ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        int odd = ODD[random.nextInt(ODD.length)];
        ByteBuffer four = ByteBuffer.allocate(Integer.BYTES).order(order).putInt(odd).flip();
        four.get(file, at, Math.min(Integer.BYTES, file.length - at));
    }
}
