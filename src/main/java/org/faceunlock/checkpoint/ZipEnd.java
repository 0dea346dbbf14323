package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The records that close a zip archive and say where its directory lies. Strict: the directory ends where they start
 * and they end where the file ends, so that two readers cannot see two archives in one file.
 *
 * <p>Source: PKWARE APPNOTE 4.3.14 to 4.3.16.
 *
 * @param directory the place of the directory in the file
 * @param size      its size in bytes
 * @param entries   how many entries it lists
 */
record ZipEnd(long directory, int size, int entries) {

    private static final int END = 0x06054b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_64 = 0x06064b50;
    private static final int END_BYTES = 22;
    private static final int LOCATOR_BYTES = 20;
    private static final int END_64_BYTES = 56;
    private static final int LARGEST_DIRECTORY = 16 << 20;
    private static final int MOST_ENTRIES = 100_000;

    static ZipEnd of(FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < END_BYTES) {
            throw cutShort();
        }
        ByteBuffer end = BulkRead.of(channel, size - END_BYTES, END_BYTES);
        if (end.getInt(0) != END || end.getShort(20) != 0) {
            throw cutShort();
        }
        long start = size - END_BYTES;
        if (start >= LOCATOR_BYTES + END_64_BYTES) {
            ByteBuffer locator = BulkRead.of(channel, start - LOCATOR_BYTES, LOCATOR_BYTES);
            if (locator.getInt(0) == LOCATOR_64) {
                return large(channel, end, locator, start - LOCATOR_BYTES - END_64_BYTES);
            }
        }
        require(end.getInt(4) == 0 && end.getShort(8) == end.getShort(10), "spread over several files");
        return checked(end.getInt(16) & 0xffff_ffffL, end.getInt(12) & 0xffff_ffffL, end.getShort(10) & 0xffff, start);
    }

    private static ZipEnd large(FileChannel channel, ByteBuffer end, ByteBuffer locator, long start)
            throws IOException {
        require(locator.getLong(8) == start, "not where its closing records say");
        ByteBuffer large = BulkRead.of(channel, start, END_64_BYTES);
        require(large.getInt(0) == END_64 && large.getLong(4) == END_64_BYTES - 12, "closed by damaged records");
        require(large.getInt(16) == 0 && large.getInt(20) == 0 && large.getLong(24) == large.getLong(32),
                "spread over several files");
        require(agree(end.getShort(10) & 0xffff, 0xffff, large.getLong(32))
                && agree(end.getInt(12) & 0xffff_ffffL, 0xffff_ffffL, large.getLong(40))
                && agree(end.getInt(16) & 0xffff_ffffL, 0xffff_ffffL, large.getLong(48)),
                "closed by records that disagree");
        return checked(large.getLong(48), large.getLong(40), large.getLong(32), start);
    }

    private static boolean agree(long small, long unknown, long large) {
        return small == large || small == unknown;
    }

    private static ZipEnd checked(long directory, long size, long entries, long end) {
        require(entries >= 0 && entries <= MOST_ENTRIES && size >= 0 && size <= LARGEST_DIRECTORY,
                "larger than a checkpoint's");
        require(directory >= 0 && directory == end - size, "not where its closing records say");
        return new ZipEnd(directory, (int) size, (int) entries);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new CheckpointException("has a zip directory that is " + otherwise);
        }
    }

    private static CheckpointException cutShort() {
        return new CheckpointException("starts as a zip archive but does not end as one; the file is cut short or has "
                + "something behind it");
    }
}
