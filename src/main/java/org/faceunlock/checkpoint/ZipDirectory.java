package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the directory of a zip archive of stored entries, as torch.save writes it. Stricter than zip itself: nothing
 * compressed or encrypted, no name twice or with ".." in it, no entries that overlap, and each local header says what
 * the directory says.
 *
 * <p>Source: PKWARE APPNOTE 4.3.7, 4.3.12 and 4.5.3.
 */
final class ZipDirectory {

    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_BYTES = 30;
    private static final int ENCRYPTED = 0x2041;
    private static final int SIZES_FOLLOW = 0x8;
    private static final long UNKNOWN = 0xffff_ffffL;

    private final FileChannel channel;
    private final ZipEnd end;

    private ZipDirectory(FileChannel channel, ZipEnd end) {
        this.channel = channel;
        this.end = end;
    }

    /** The entries by name, in the directory's order. */
    static Map<String, ZipEntrySpan> read(FileChannel channel) throws IOException {
        return new ZipDirectory(channel, ZipEnd.of(channel)).entries();
    }

    private Map<String, ZipEntrySpan> entries() throws IOException {
        ByteBuffer directory = BulkRead.of(channel, end.directory(), end.size());
        Map<String, ZipEntrySpan> entries = new LinkedHashMap<>();
        for (int i = 0; i < end.entries(); i++) {
            ZipEntrySpan entry = next(directory);
            if (entries.put(entry.name(), entry) != null) {
                throw refused(entry.name(), "is there twice");
            }
        }
        if (directory.hasRemaining()) {
            throw new CheckpointException("has a zip directory of more entries than it says");
        }
        refuseOverlaps(entries.values());
        return entries;
    }

    private ZipEntrySpan next(ByteBuffer directory) throws IOException {
        require(directory.remaining() >= ENTRY_BYTES && directory.getInt(directory.position()) == ENTRY);
        ByteBuffer fixed = take(directory, ENTRY_BYTES);
        int flags = fixed.getShort(8) & 0xffff;
        int nameBytes = fixed.getShort(28) & 0xffff;
        int extraBytes = fixed.getShort(30) & 0xffff;
        int commentBytes = fixed.getShort(32) & 0xffff;
        require(directory.remaining() >= nameBytes + extraBytes + commentBytes);
        String name = name(take(directory, nameBytes));
        ByteBuffer extra = take(directory, extraBytes);
        take(directory, commentBytes);
        if (fixed.getShort(10) != 0 || (flags & ENCRYPTED) != 0) {
            throw refused(name, "is compressed or encrypted; torch.save does neither");
        }
        long[] sizes = {fixed.getInt(24) & UNKNOWN, fixed.getInt(20) & UNKNOWN, fixed.getInt(42) & UNKNOWN};
        enlarge(sizes, extra);
        if (sizes[0] != sizes[1]) {
            throw refused(name, "is stored, yet in another size than its own");
        }
        return located(name, flags, fixed.getInt(16), sizes[0], sizes[2]);
    }

    /** Replaces sizes of 0xffffffff by those of the 64-bit extra field, which lists only such, in this order. */
    private static void enlarge(long[] sizes, ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & 0xffff;
            int length = extra.getShort() & 0xffff;
            require(length <= extra.remaining());
            ByteBuffer field = take(extra, length);
            for (int i = 0; id == 1 && i < sizes.length; i++) {
                if (sizes[i] == UNKNOWN) {
                    require(field.remaining() >= Long.BYTES);
                    sizes[i] = field.getLong();
                }
            }
        }
    }

    private ZipEntrySpan located(String name, int flags, int checksum, long size, long header) throws IOException {
        int nameBytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (size < 0 || header < 0 || header > end.directory() - LOCAL_BYTES - nameBytes) {
            throw refused(name, "lies outside the file");
        }
        ByteBuffer local = BulkRead.of(channel, header, LOCAL_BYTES + nameBytes);
        boolean sizeFits = (flags & SIZES_FOLLOW) != 0 && local.getInt(18) == 0
                || (local.getInt(18) & UNKNOWN) == Math.min(size, UNKNOWN) || local.getInt(18) == -1;
        if (local.getInt(0) != LOCAL || local.getShort(6) != (short) flags || local.getShort(8) != 0
                || (local.getShort(26) & 0xffff) != nameBytes || !sizeFits
                || !name.equals(name(local.slice(LOCAL_BYTES, nameBytes)))) {
            throw refused(name, "has a header that says other than the directory");
        }
        long start = header + LOCAL_BYTES + nameBytes + (local.getShort(28) & 0xffff);
        if (start > end.directory() || size > end.directory() - start) {
            throw refused(name, "lies outside the file");
        }
        return new ZipEntrySpan(name, header, start, size, checksum);
    }

    private static String name(ByteBuffer bytes) {
        try {
            String name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            boolean plain = name.chars().noneMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == ':');
            if (!plain || List.of(name.split("/", -1)).stream().anyMatch(List.of("", ".", "..")::contains)) {
                throw refused(name, "has a name that is no plain relative path");
            }
            return name;
        } catch (CharacterCodingException e) {
            throw new CheckpointException("has a zip entry whose name is not UTF-8");
        }
    }

    private static void refuseOverlaps(Collection<ZipEntrySpan> entries) {
        List<ZipEntrySpan> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(ZipEntrySpan::header));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).end() > sorted.get(i).header()) {
                throw refused(sorted.get(i).name(), "overlaps another one");
            }
        }
    }

    private static ByteBuffer take(ByteBuffer from, int length) {
        ByteBuffer taken = from.slice(from.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        from.position(from.position() + length);
        return taken;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new CheckpointException("has a damaged zip directory");
        }
    }

    private static CheckpointException refused(String name, String why) {
        return new CheckpointException("zip entry " + CheckpointException.quoted(name) + " " + why);
    }
}
