package org.faceunlock.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A checkpoint in the format before PyTorch 1.6: five pickles (a magic number, the protocol 1001, facts of the writing
 * machine, the state dict, the storage keys), then for each key an int64 count and as many raw numbers. Reads from an
 * open channel, which it does not close. Not thread-safe.
 *
 * <p>Source: torch/serialization.py, _legacy_save and _legacy_load.
 */
final class LegacyCheckpoint implements StorageSource {

    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final int PROTOCOL = 1001;
    /** More than the steps that {@link TorchUnpickler} allows describe. */
    private static final int LARGEST_PICKLES = 4 << 20;

    private final FileChannel channel;
    /** What the state dict's pickle holds. */
    final Object value;
    private final Map<String, Long> places = new HashMap<>();

    private LegacyCheckpoint(FileChannel channel, Object value) {
        this.channel = channel;
        this.value = value;
    }

    static LegacyCheckpoint open(FileChannel channel) throws IOException {
        ByteBuffer pickles = read(channel, 0, (int) Math.min(channel.size(), LARGEST_PICKLES));
        requireHeader(pickles);
        TorchUnpickler unpickler = new TorchUnpickler(pickles);
        LegacyCheckpoint checkpoint = new LegacyCheckpoint(channel, unpickler.load());
        checkpoint.locate(new TorchUnpickler(pickles).load(), unpickler.storages(), pickles.position());
        return checkpoint;
    }

    private static void requireHeader(ByteBuffer pickles) throws IOException {
        if (!MAGIC.equals(new TorchUnpickler(pickles).load())) {
            throw new CheckpointException("starts with a pickle, but not with PyTorch's magic number");
        }
        Object protocol = new TorchUnpickler(pickles).load();
        if (!Integer.valueOf(PROTOCOL).equals(protocol)) {
            throw new CheckpointException("has another PyTorch protocol than " + PROTOCOL);
        }
        if (!(new TorchUnpickler(pickles).load() instanceof TorchUnpickler.Dict facts)
                || !Boolean.TRUE.equals(facts.entries.get("little_endian"))) {
            throw new CheckpointException("does not say that its numbers are little-endian; save it again on "
                    + "such a machine");
        }
    }

    /** Finds where each storage's numbers start, and that they fill the file to its end. */
    private void locate(Object keys, Map<String, StorageSpan> storages, long position) throws IOException {
        if (!(keys instanceof List<?> names)) {
            throw new CheckpointException("has no list of storage keys after its state dict");
        }
        long place = position;
        for (Object name : names) {
            StorageSpan storage = name instanceof String key ? storages.get(key) : null;
            if (storage == null || places.containsKey(storage.key())) {
                throw new CheckpointException("lists a storage twice, or one that its state dict does not name");
            }
            requireCount(storage, place);
            places.put(storage.key(), place + Long.BYTES);
            place += Long.BYTES + (long) storage.totalBytes();
        }
        if (place != channel.size()) {
            throw new CheckpointException(place > channel.size()
                    ? "is cut short: its storages need %s bytes more".formatted(place - channel.size())
                    : "has %s bytes behind its last storage".formatted(channel.size() - place));
        }
    }

    private void requireCount(StorageSpan storage, long place) throws IOException {
        if (place > channel.size() - Long.BYTES) {
            throw new CheckpointException("is cut short before storage '%s'".formatted(storage.key()));
        }
        long count = read(channel, place, Long.BYTES).getLong(0);
        if (count != storage.total()) {
            throw new CheckpointException("storage '%s': the state dict says %s numbers, the file %s"
                    .formatted(storage.key(), storage.total(), count));
        }
    }

    @Override
    public ByteBuffer read(StorageSpan whole) throws IOException {
        Long place = places.get(whole.key());
        if (place == null) {
            throw new CheckpointException("storage '%s' is not in the file".formatted(whole.key()));
        }
        return read(channel, place, whole.totalBytes());
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        return StorageSource.read(Channels.newInputStream(channel.position(position)), length);
    }
}
