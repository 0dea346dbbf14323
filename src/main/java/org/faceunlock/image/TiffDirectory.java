package org.faceunlock.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The first directory of a TIFF structure, which is also what EXIF data are. Immutable.
 *
 * <p>There are two readings of a damaged directory. Sizes and places, which guard a decoder, are taken from every field
 * whose value lies within the bytes, the first of a tag. Orientation and XMP are read as Pillow 12.3 does: fields in
 * their order, the last of a tag, up to the first whose value lies beyond the bytes; whatever number type, the first of
 * several; bytes and text are no number. A directory that claims more fields than there are ends with the bytes.
 *
 * <p>After TIFF 6.0, section 2, and {@code ImageFileDirectory_v2.load} of Pillow's src/PIL/TiffImagePlugin.py.
 */
final class TiffDirectory {

    static final int WIDTH = 256;
    static final int HEIGHT = 257;

    private static final int ORIENTATION = 274;
    private static final int XMP = 700;
    private static final List<Integer> HEADERS = List.of(0x4d4d002a, 0x49492a00, 0x4d4d2a00, 0x4949002a, 0x4d4d002b);
    private static final int ENTRY_BYTES = 12;
    private static final int FIELD_BYTES = 4;

    private final Map<Integer, Field> fields = new HashMap<>();
    private final Map<Integer, Field> asPillow = new HashMap<>();
    private final boolean cut;

    private record Field(int type, int count, ByteBuffer values) {

        static int size(int type) {
            return switch (type) {
                case 1, 2, 6, 7 -> 1;
                case 3, 8 -> 2;
                case 4, 9, 11, 13 -> 4;
                case 5, 10, 12, 16 -> 8;
                default -> 0;
            };
        }

        double first() {
            return switch (type) {
                case 3 -> Short.toUnsignedInt(values.getShort(0));
                case 4, 13 -> Integer.toUnsignedLong(values.getInt(0));
                case 5 -> (double) Integer.toUnsignedLong(values.getInt(0)) / Integer.toUnsignedLong(values.getInt(4));
                case 6 -> values.get(0);
                case 8 -> values.getShort(0);
                case 9 -> values.getInt(0);
                case 10 -> (double) values.getInt(0) / values.getInt(4);
                case 11 -> values.getFloat(0);
                case 12 -> values.getDouble(0);
                case 16 -> values.getLong(0);
                default -> Double.NaN;
            };
        }

        long[] unsigned() {
            return LongStream.range(0, count).map(i -> switch (type) {
                case 1 -> Byte.toUnsignedLong(values.get((int) i));
                case 3 -> Short.toUnsignedLong(values.getShort((int) i * 2));
                case 4 -> Integer.toUnsignedLong(values.getInt((int) i * 4));
                default -> 0;
            }).toArray();
        }
    }

    private TiffDirectory(ByteBuffer tiff) {
        int start = tiff.getInt(4);
        int count = start >= 0 && start <= tiff.limit() - 2 ? Short.toUnsignedInt(tiff.getShort(start)) : 1;
        boolean intact = true;
        int entry = start + 2;
        for (int i = 0; i < count && entry >= 0 && entry <= tiff.limit() - ENTRY_BYTES; i++, entry += ENTRY_BYTES) {
            int tag = Short.toUnsignedInt(tiff.getShort(entry));
            int type = Short.toUnsignedInt(tiff.getShort(entry + 2));
            long bytes = Integer.toUnsignedLong(tiff.getInt(entry + 4)) * Field.size(type);
            long at = bytes <= FIELD_BYTES ? entry + 8 : Integer.toUnsignedLong(tiff.getInt(entry + 8));
            intact &= at + bytes <= tiff.limit();
            if (bytes > 0 && at + bytes <= tiff.limit()) {
                Field field = new Field(type, tiff.getInt(entry + 4),
                        tiff.slice((int) at, (int) bytes).order(tiff.order()));
                fields.putIfAbsent(tag, field);
                if (intact) {
                    asPillow.put(tag, field);
                }
            }
        }
        cut = entry != start + 2 + count * ENTRY_BYTES;
    }

    /** Reads the first directory; empty if the header is none. Offsets count from the buffer's position. */
    static Optional<TiffDirectory> first(ByteBuffer bytes) {
        ByteBuffer tiff = bytes.slice();
        if (tiff.limit() < 8 || !HEADERS.contains(tiff.getInt(0))) {
            return Optional.empty();
        }
        return Optional.of(new TiffDirectory(tiff.get(0) == 'I' ? tiff.order(ByteOrder.LITTLE_ENDIAN) : tiff));
    }

    /** Whether the bytes end before the directory does. */
    boolean isCut() {
        return cut;
    }

    /** The whole numbers of a field of type BYTE, SHORT or LONG; of length 0 if the field is not there. */
    long[] numbers(int tag) {
        return fields.containsKey(tag) ? fields.get(tag).unsigned() : new long[0];
    }

    /** The first number of one field, or another if the field is not there. */
    long number(int tag, long otherwise) {
        long[] values = numbers(tag);
        return values.length == 0 ? otherwise : values[0];
    }

    /** How the directory's photo has to be turned, upright if the tag makes no sense; empty without the tag. */
    Optional<Orientation> orientation() {
        return Optional.ofNullable(asPillow.get(ORIENTATION)).map(field -> Orientation.ofTag(field.first()));
    }

    /** The XMP data; of length 0 if there are none. */
    byte[] xmp() {
        Field field = asPillow.get(XMP);
        if (field == null || field.type() != 1 && field.type() != 7) {
            return new byte[0];
        }
        byte[] data = new byte[field.values().limit()];
        field.values().get(0, data);
        return data;
    }
}
