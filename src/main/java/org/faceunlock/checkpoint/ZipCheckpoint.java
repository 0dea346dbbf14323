package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A checkpoint in the format of PyTorch 1.6 and later: a zip archive of NAME/data.pkl, NAME/data/KEY for each storage,
 * and NAME/byteorder. Reads from an open channel, which it does not close. Not thread-safe.
 */
final class ZipCheckpoint implements StorageSource {

    private static final int LARGEST_PICKLE = 16 << 20;

    private final FileChannel channel;
    private final Map<String, ZipEntrySpan> entries;
    private final String folder;

    private ZipCheckpoint(FileChannel channel, Map<String, ZipEntrySpan> entries, String folder) {
        this.channel = channel;
        this.entries = entries;
        this.folder = folder;
    }

    static ZipCheckpoint open(FileChannel channel) throws IOException {
        Map<String, ZipEntrySpan> entries = ZipDirectory.read(channel);
        List<String> folders = entries.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('/') + 1)).distinct().toList();
        if (folders.size() != 1 || folders.get(0).isEmpty() || !entries.containsKey(folders.get(0) + "data.pkl")) {
            throw new CheckpointException("is a zip archive, but not of one folder with a data.pkl in it");
        }
        if (entries.containsKey(folders.get(0) + "constants.pkl")) {
            throw new CheckpointException("is a TorchScript program; expected the state_dict() of a module");
        }
        return new ZipCheckpoint(channel, entries, folders.get(0));
    }

    /** The value of the archive's pickle. */
    Object load() throws IOException {
        requireLittleEndian();
        ZipEntrySpan entry = entries.get(folder + "data.pkl");
        if (entry.size() > LARGEST_PICKLE) {
            throw new CheckpointException("has a pickle of %s bytes; expected at most %s, as the numbers lie elsewhere"
                    .formatted(entry.size(), LARGEST_PICKLE));
        }
        requireIntact(entry, BulkRead.of(channel, entry.start(), (int) entry.size()));
        PickleInput pickle = new PickleInput(channel, entry.start(), entry.end());
        Object value = new TorchUnpickler(pickle).load();
        if (pickle.remaining() > 0) {
            throw new CheckpointException("has %s bytes behind the end of its pickle".formatted(pickle.remaining()));
        }
        return value;
    }

    @Override
    public ByteBuffer read(StorageSpan whole) throws IOException {
        ZipEntrySpan entry = Optional.ofNullable(entries.get(folder + "data/" + whole.key()))
                .orElseThrow(() -> new CheckpointException("storage '%s' is not in the file".formatted(whole.key())));
        if (entry.size() != whole.totalBytes()) {
            throw new CheckpointException("storage '%s': expected %s bytes for %s numbers of %s, found %s".formatted(
                    whole.key(), whole.totalBytes(), whole.total(), whole.type(), entry.size()));
        }
        ByteBuffer bytes = BulkRead.of(channel, entry.start(), whole.totalBytes());
        requireIntact(entry, bytes);
        return bytes;
    }

    /**
     * Writers that save time leave the checksum 0 (torch.serialization.set_crc32_options(False)): such go unchecked.
     */
    private static void requireIntact(ZipEntrySpan entry, ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes.duplicate());
        if (entry.checksum() != 0 && (int) sum.getValue() != entry.checksum()) {
            throw new CheckpointException("zip entry %s is damaged: its checksum does not fit"
                    .formatted(CheckpointException.quoted(entry.name())));
        }
    }

    private void requireLittleEndian() throws IOException {
        ZipEntrySpan entry = entries.get(folder + "byteorder");
        if (entry == null) {
            return; // files from before PyTorch 2.1 do not say; they are little-endian
        }
        String order = entry.size() > 16 ? "something else"
                : StandardCharsets.US_ASCII.decode(BulkRead.of(channel, entry.start(), (int) entry.size())).toString();
        if (!order.equals("little")) {
            throw new CheckpointException("byteorder: expected 'little', found " + CheckpointException.quoted(order)
                    + "; save it again on a little-endian machine");
        }
    }
}
