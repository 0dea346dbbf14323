package org.faceunlock.checkpoint;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A checkpoint in the format of PyTorch 1.6 and later: a zip archive of NAME/data.pkl, NAME/data/KEY for each storage,
 * NAME/byteorder and NAME/version, none of them compressed. Not thread-safe.
 *
 * <p>{@link ZipFile} reads the directory. Refused besides what it refuses: a directory that is large or does not end
 * the file, compressed entries, a name that comes twice or is no plain path, entries that overlap or lie outside the
 * file, and bytes that do not fit their CRC-32. Local headers only say where the bytes start, as in PyTorch.
 *
 * <p>Source: torch/serialization.py, {@code _save} and {@code _load}; PKWARE APPNOTE 4.3.16 for the end record.
 */
final class ZipCheckpoint implements StorageSource, Closeable {

    private static final String FOLDER = "archive";
    private static final int LARGEST_PICKLE = 16 << 20;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    /** What an entry takes in the file besides its bytes and, twice, its name. */
    private static final int HEADER_BYTES = 30 + 46;
    /** Room for 3000 tensors, five times those of a face network; ZipFile is slow where many names hash alike. */
    private static final int LARGEST_DIRECTORY = 1 << 18;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries;
    private final String folder;

    private ZipCheckpoint(ZipFile zip, Map<String, ZipEntry> entries) {
        this.zip = zip;
        this.entries = entries;
        List<String> folders = entries.keySet().stream()
                .map(name -> name.substring(0, name.indexOf('/') + 1)).distinct().toList();
        if (folders.size() != 1 || folders.get(0).isEmpty() || !entries.containsKey(folders.get(0) + "data.pkl")) {
            throw new CheckpointException("is a zip archive, but not of one folder with a data.pkl in it");
        }
        this.folder = folders.get(0);
        if (entries.containsKey(folder + "constants.pkl")) {
            throw new CheckpointException("is a TorchScript program; expected the state_dict() of a module");
        }
    }

    /** Reads what the archive holds, not yet the bytes. */
    static ZipCheckpoint open(Path file, FileChannel channel) throws IOException {
        requireEnd(channel);
        ZipFile zip = new ZipFile(file.toFile());
        try {
            return new ZipCheckpoint(zip, entries(zip, channel.size()));
        } catch (IllegalArgumentException e) { // a CheckpointException, or ZipFile's at a name that is not UTF-8
            zip.close();
            throw e instanceof CheckpointException ? e
                    : new CheckpointException("has a zip entry whose name is not UTF-8");
        }
    }

    /** ZipFile would pass over bytes behind the archive, and read a directory of any size at once. */
    private static void requireEnd(FileChannel channel) throws IOException {
        long start = Math.max(0, channel.size() - END_BYTES);
        ByteBuffer end = StorageSource.read(Channels.newInputStream(channel.position(start)),
                (int) (channel.size() - start));
        if (end.remaining() < END_BYTES || end.getInt(0) != END || end.getShort(20) != 0) {
            throw new CheckpointException("starts as a zip archive but does not end as one; the file is cut short or "
                    + "has something behind it");
        }
        if (end.getInt(4) != 0 || end.getShort(8) != end.getShort(10)) {
            throw new CheckpointException("has a zip directory that is spread over several files");
        }
        if (Integer.compareUnsigned(end.getInt(12), LARGEST_DIRECTORY) > 0) {
            throw new CheckpointException("has a zip directory of %s bytes; expected at most %s"
                    .formatted(Integer.toUnsignedLong(end.getInt(12)), LARGEST_DIRECTORY));
        }
    }

    private static Map<String, ZipEntry> entries(ZipFile zip, long fileSize) {
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        long needed = END_BYTES;
        for (ZipEntry entry : zip.stream().toArray(ZipEntry[]::new)) {
            String name = entry.getName();
            if (name.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == ':')
                    || Stream.of(name.split("/", -1)).anyMatch(Set.of("", ".", "..")::contains)) {
                throw refused(name, "has a name that is no plain relative path");
            }
            if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
                throw refused(name, "is compressed, or stored in another size than its own; torch.save does neither");
            }
            if (entries.put(name, entry) != null) {
                throw refused(name, "is there twice");
            }
            needed += HEADER_BYTES + 2L * name.length() + Math.min(entry.getSize(), fileSize);
        }
        if (needed > fileSize) {
            throw new CheckpointException("has zip entries that overlap or lie outside the file: they need %s bytes, "
                    .formatted(needed) + "the file has " + fileSize);
        }
        return entries;
    }

    /** The value of the archive's pickle. */
    Object load() throws IOException {
        requireLittleEndian();
        ZipEntry entry = entries.get(folder + "data.pkl");
        if (entry.getSize() > LARGEST_PICKLE) {
            throw new CheckpointException("has a pickle of %s bytes; expected at most %s, as the numbers lie elsewhere"
                    .formatted(entry.getSize(), LARGEST_PICKLE));
        }
        ByteBuffer pickle = read(entry);
        Object value = new TorchUnpickler(pickle).load();
        if (pickle.hasRemaining()) {
            throw new CheckpointException("has %s bytes behind the end of its pickle".formatted(pickle.remaining()));
        }
        return value;
    }

    @Override
    public ByteBuffer read(StorageSpan whole) throws IOException {
        ZipEntry entry = Optional.ofNullable(entries.get(folder + "data/" + whole.key()))
                .orElseThrow(() -> new CheckpointException("storage '%s' is not in the file".formatted(whole.key())));
        if (entry.getSize() != whole.totalBytes()) {
            throw new CheckpointException("storage '%s': expected %s bytes for %s numbers of %s, found %s".formatted(
                    whole.key(), whole.totalBytes(), whole.total(), whole.type(), entry.getSize()));
        }
        return read(entry);
    }

    /** Writers that save time leave the checksum 0 (torch.serialization.set_crc32_options(False)): not checked then. */
    private ByteBuffer read(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            ByteBuffer bytes = StorageSource.read(in, (int) entry.getSize());
            CRC32 sum = new CRC32();
            sum.update(bytes.duplicate());
            if (entry.getCrc() != 0 && entry.getCrc() != sum.getValue()) {
                throw refused(entry.getName(), "is damaged: its checksum does not fit");
            }
            return bytes;
        } catch (ZipException | EOFException e) {
            throw refused(entry.getName(), "has no local header where the directory says");
        }
    }

    private void requireLittleEndian() throws IOException {
        ZipEntry entry = entries.get(folder + "byteorder");
        if (entry == null) {
            return; // files from before PyTorch 2.1 do not say; they are little-endian
        }
        String order = entry.getSize() > 16 ? "something else"
                : StandardCharsets.US_ASCII.decode(read(entry)).toString();
        if (!order.equals("little")) {
            throw new CheckpointException("byteorder: expected 'little', found " + CheckpointException.quoted(order)
                    + "; save it again on a little-endian machine");
        }
    }

    private static CheckpointException refused(String name, String why) {
        return new CheckpointException("zip entry " + CheckpointException.quoted(name) + " " + why);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Writes a state dict such that {@link #load} and {@code torch.load} give it back. */
    static void write(StateDict states, OutputStream out) throws IOException {
        try (StoredArchive archive = new StoredArchive(out, FOLDER)) {
            PickleWriter pickle = new PickleWriter().orderedDict().mark();
            int key = 0;
            for (Map.Entry<String, StateTensor> entry : states.tensors().entrySet()) {
                StateTensor tensor = entry.getValue();
                int[] shape = tensor.shape();
                pickle.value(entry.getKey())
                        .tensor(tensor.type(), key++, shape, StateTensor.rowMajorStrides(shape), false);
            }
            archive.add("data.pkl", pickle.setItems().stop());
            archive.add("byteorder", "little");
            key = 0;
            for (StateTensor tensor : states.tensors().values()) {
                byte[] bytes = new byte[tensor.bytes().remaining()];
                tensor.bytes().get(bytes);
                archive.add("data/" + key++, bytes);
            }
            archive.add("version", "3\n");
        }
    }
}
