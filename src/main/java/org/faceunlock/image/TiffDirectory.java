package org.faceunlock.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The whole numbers in the first directory of a TIFF structure, which is also what EXIF data is. Immutable.
 *
 * <p>Fields of other types than BYTE, SHORT and LONG, and fields whose values lie outside the bytes, are left out.
 *
 * <p>After TIFF 6.0, section 2.
 */
final class TiffDirectory {

    static final int WIDTH = 256;
    static final int HEIGHT = 257;
    static final int ORIENTATION = 274;

    private static final int MAGIC = 42;
    private static final int ENTRY_BYTES = 12;
    private static final int FIELD_BYTES = 4;

    private final Map<Integer, long[]> fields;

    private TiffDirectory(Map<Integer, long[]> fields) {
        this.fields = fields;
    }

    /** Reads the first directory; empty if there is none within the bytes. Offsets count from the buffer's position. */
    static Optional<TiffDirectory> first(ByteBuffer bytes) {
        try {
            boolean intel = bytes.get(bytes.position()) == 'I';
            ByteBuffer tiff = bytes.slice().order(intel ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            short order = tiff.getShort(0);
            if (order != 0x4949 && order != 0x4d4d || tiff.getShort(2) != MAGIC) {
                return Optional.empty();
            }
            return Optional.of(new TiffDirectory(fields(tiff, tiff.getInt(4))));
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Map<Integer, long[]> fields(ByteBuffer tiff, int start) {
        Map<Integer, long[]> fields = new HashMap<>();
        int count = Short.toUnsignedInt(tiff.getShort(start));
        for (int i = 0; i < count; i++) {
            int entry = start + 2 + i * ENTRY_BYTES;
            int tag = Short.toUnsignedInt(tiff.getShort(entry));
            numbers(tiff, entry).ifPresent(values -> fields.putIfAbsent(tag, values));
        }
        return fields;
    }

    private static Optional<long[]> numbers(ByteBuffer tiff, int entry) {
        int size = switch (tiff.getShort(entry + 2)) {
            case 1 -> 1;
            case 3 -> 2;
            case 4 -> 4;
            default -> 0;
        };
        long count = Integer.toUnsignedLong(tiff.getInt(entry + 4));
        long bytes = count * size;
        long at = bytes <= FIELD_BYTES ? entry + 8 : Integer.toUnsignedLong(tiff.getInt(entry + 8));
        if (bytes == 0 || at + bytes > tiff.limit()) {
            return Optional.empty();
        }
        long[] values = new long[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = number(tiff, (int) at + i * size, size);
        }
        return Optional.of(values);
    }

    private static long number(ByteBuffer tiff, int at, int size) {
        return switch (size) {
            case 1 -> Byte.toUnsignedLong(tiff.get(at));
            case 2 -> Short.toUnsignedLong(tiff.getShort(at));
            default -> Integer.toUnsignedLong(tiff.getInt(at));
        };
    }

    /** The numbers of one field; of length 0 if the field is not there. */
    long[] numbers(int tag) {
        return fields.getOrDefault(tag, new long[0]).clone();
    }

    /** The first number of one field, or another if the field is not there. */
    long number(int tag, long otherwise) {
        long[] values = fields.get(tag);
        return values == null ? otherwise : values[0];
    }

    /** How the directory's photo has to be turned; upright unless the tag says something else. */
    Orientation orientation() {
        return Orientation.ofTag(number(ORIENTATION, 1));
    }
}
