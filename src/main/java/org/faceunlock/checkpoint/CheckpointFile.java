package org.faceunlock.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * Reads and writes the files that {@code torch.save(module.state_dict(), file)} writes, without Python: both of
 * PyTorch's formats are read, the zip archive of 1.6 and later and the one before it, and the first is written.
 * Thread-safe: it keeps nothing.
 *
 * <p>Such a file is in part a program (a pickle). This reader runs only the instructions that describe tensors, refuses
 * every other one before it takes effect, and holds each size in the file against the bytes that are there.
 */
public final class CheckpointFile {

    private static final int ZIP = 0x04034b50;
    private static final int PICKLE = 0x80;
    private static final String WRAPPED = "state_dict";
    private static final long SMALL = 1 << 20;

    private CheckpointFile() {
    }

    /**
     * The named tensors of a state dict, in the file's order: a dict or OrderedDict of tensors or parameters by name,
     * also one level down under "state_dict". All are read into memory here; the file may change or go afterwards.
     *
     * @throws CheckpointException if it is no such file, or one that asks for more; the message names file and reason
     */
    public static StateDict read(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new CheckpointException(Files.exists(file)
                        ? "expected a file, found a folder or a device" : "there is no such file");
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                return read(file, channel);
            }
        } catch (CheckpointException e) {
            throw new CheckpointException(file, e.getMessage(), e);
        } catch (ZipException e) {
            throw new CheckpointException(file, "has a damaged zip directory: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new CheckpointException(file, "cannot be read: " + e, e);
        }
    }

    /**
     * Writes a state dict that {@code torch.load} and {@link #read} give back: an OrderedDict of tensors. The same
     * tensors give the same bytes; a reader of the file sees the old one or the whole new one, never a part. Missing
     * folders are made.
     *
     * @param states kept in the number formats that they have; {@link StateDict#to} gives others
     * @throws UncheckedIOException if the file cannot be written; the old one is still there then
     */
    public static void write(StateDict states, Path file) {
        try {
            AtomicFile.write(file, part -> {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                    ZipCheckpoint.write(states, out);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the checkpoint " + file, e);
        }
    }

    private static StateDict read(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer start = StorageSource.read(Channels.newInputStream(channel), (int) Math.min(size, Integer.BYTES));
        if (size == 0) {
            throw new CheckpointException("is empty");
        }
        if (size >= Integer.BYTES && start.getInt(0) == ZIP) {
            try (ZipCheckpoint zip = ZipCheckpoint.open(file, channel)) {
                return new Assembly(zip, size).assemble(file.toString(), zip.load());
            }
        }
        if ((start.get(0) & 0xff) == PICKLE) {
            LegacyCheckpoint legacy = LegacyCheckpoint.open(channel);
            return new Assembly(legacy, size).assemble(file.toString(), legacy.value);
        }
        throw new CheckpointException("is neither a zip archive nor a pickle, so torch.save did not write it");
    }

    /**
     * Turns the value of a checkpoint's pickle into a state dict. Each storage is read once; tensors that lie in it in
     * row-major order share its memory, others are copied, and the copies together may take no more than the file does.
     */
    private static final class Assembly {

        private final StorageSource source;
        private final Map<String, ByteBuffer> storages = new HashMap<>();
        private long copyBytesLeft;

        /** @param fileSize in bytes; copies may take as much, or 1 MiB where that is more */
        Assembly(StorageSource source, long fileSize) {
            this.source = source;
            this.copyBytesLeft = Math.max(SMALL, fileSize);
        }

        /** Of the dict itself, or the one under "state_dict" in a training checkpoint. */
        StateDict assemble(String name, Object value) throws IOException {
            if (!(value instanceof TorchUnpickler.Dict outer)) {
                throw new CheckpointException("holds no state dict, that is, no dict of tensors by name");
            }
            TorchUnpickler.Dict dict = outer.entries.get(WRAPPED) instanceof TorchUnpickler.Dict inner ? inner : outer;
            if (dict.numbered > 0) {
                throw new CheckpointException("has %s entries under numbers; expected parameters under names"
                        .formatted(dict.numbered));
            }
            Map<String, TensorView> views = new LinkedHashMap<>();
            dict.entries.forEach((key, entry) -> {
                if (!(entry instanceof TensorView view)) {
                    throw new CheckpointException("entry " + CheckpointException.quoted(key)
                            + " is no tensor; expected a dict of tensors, or one under \"state_dict\"");
                }
                views.put(key, view);
            });
            views.forEach(this::reserve);
            Map<String, StateTensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, TensorView> entry : views.entrySet()) {
                tensors.put(entry.getKey(), entry.getValue().over(storage(entry.getValue().storage().whole())));
            }
            return new StateDict(name, tensors);
        }

        /** Before anything is read or copied: a few numbers must not be blown up into gigabytes. */
        private void reserve(String name, TensorView view) {
            if (view.isContiguous()) {
                return;
            }
            copyBytesLeft -= view.bytes();
            if (copyBytesLeft < 0) {
                throw new CheckpointException("tensor " + CheckpointException.quoted(name)
                        + " and others repeat numbers of the file to more bytes than it has");
            }
        }

        private ByteBuffer storage(StorageSpan whole) throws IOException {
            ByteBuffer bytes = storages.get(whole.key());
            if (bytes == null) {
                bytes = source.read(whole);
                storages.put(whole.key(), bytes);
            }
            return bytes;
        }
    }
}
