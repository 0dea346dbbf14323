package org.faceunlock.checkpoint;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes pickles instruction by instruction, sound ones and unsound ones. Each method returns this. */
final class PickleBytes {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A pickle of protocol 2 that has just begun. */
    static PickleBytes start() {
        return new PickleBytes().raw(0x80, 2);
    }

    /** Instructions without arguments, by their letters: ( MARK, t TUPLE, R REDUCE, Q BINPERSID, s SETITEM, . STOP. */
    PickleBytes op(String letters) {
        return raw(letters.chars().toArray());
    }

    PickleBytes raw(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    PickleBytes raw(byte[] values) {
        bytes.writeBytes(values);
        return this;
    }

    PickleBytes global(String module, String name) {
        return op("c").raw((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
    }

    PickleBytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return op("X").raw(little(Integer.BYTES, utf8.length)).raw(utf8);
    }

    PickleBytes number(long value) {
        if (value == (int) value) {
            return op("J").raw(little(Integer.BYTES, value));
        }
        return number(BigInteger.valueOf(value));
    }

    PickleBytes number(BigInteger value) {
        byte[] big = value.toByteArray();
        raw(0x8a, big.length);
        for (int i = big.length - 1; i >= 0; i--) {
            raw(big[i]);
        }
        return this;
    }

    PickleBytes flag(boolean value) {
        return raw(value ? 0x88 : 0x89);
    }

    PickleBytes tuple(long... numbers) {
        op("(");
        for (long number : numbers) {
            number(number);
        }
        return op("t");
    }

    PickleBytes orderedDict() {
        return global("collections", "OrderedDict").op(")R");
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The low bytes of a number, the lowest first. */
    static byte[] little(int count, long value) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        return Arrays.copyOf(bytes.array(), count);
    }
}
