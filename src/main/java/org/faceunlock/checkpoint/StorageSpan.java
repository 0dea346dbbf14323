package org.faceunlock.checkpoint;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Some or all numbers of a storage, which is one run of raw numbers in the file.
 *
 * @param key   the storage's name in the file: letters, digits and '_' only
 * @param type  the format of its numbers
 * @param total how many numbers the whole storage holds
 * @param start the first number meant; 0 but for the views of old files
 * @param count how many numbers are meant
 */
record StorageSpan(String key, DType type, long total, long start, long count) {

    private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z_]{1,64}");
    private static final long LARGEST_BYTES = Integer.MAX_VALUE - 8L;
    private static final Set<Integer> LENGTHS = Set.of(5, 6);

    StorageSpan {
        if (!PLAIN.matcher(key).matches()) {
            throw new CheckpointException("storage key " + CheckpointException.quoted(key)
                    + ": expected letters, digits and '_'");
        }
        if (total < 0 || total > LARGEST_BYTES / type.bytes()) {
            throw new CheckpointException("storage '%s': expected 0 to %s numbers of %s, found %s"
                    .formatted(key, LARGEST_BYTES / type.bytes(), type, total));
        }
        if (start < 0 || count < 0 || start > total || count > total - start) {
            throw new CheckpointException("storage '%s': a view of %s numbers from %s on does not fit its %s numbers"
                    .formatted(key, count, start, total));
        }
    }

    /**
     * The span that a persistent id means: ("storage", class, key, device, count) and, in old files, either None or
     * (view key, start, count). The device is of no interest: numbers are numbers.
     */
    static StorageSpan of(Object id) {
        if (!(id instanceof Object[] parts && LENGTHS.contains(parts.length) && "storage".equals(parts[0])
                && parts[1] instanceof DType type && parts[2] instanceof String key && parts[3] instanceof String)) {
            throw new CheckpointException("has a persistent id that is not (\"storage\", class, key, device, count)");
        }
        long total = TorchGlobals.wholeNumber("the count of storage " + CheckpointException.quoted(key), parts[4]);
        if (parts.length == 5 || parts[5] == null) {
            return new StorageSpan(key, type, total, 0, total);
        }
        if (!(parts[5] instanceof Object[] view && view.length == 3 && view[0] instanceof String)) {
            throw new CheckpointException("storage '" + key + "': its view is not (key, start, count)");
        }
        return new StorageSpan(key, type, total, TorchGlobals.wholeNumber("the start of a storage's view", view[1]),
                TorchGlobals.wholeNumber("the count of a storage's view", view[2]));
    }

    /** The whole storage that this is a part of. */
    StorageSpan whole() {
        return new StorageSpan(key, type, total, 0, total);
    }

    /** The size of the whole storage. */
    int totalBytes() {
        return Math.toIntExact(total * type.bytes());
    }
}
