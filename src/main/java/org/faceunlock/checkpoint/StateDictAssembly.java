package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns the value of a checkpoint's pickle into a state dict. Each storage is read once; tensors that lie in it in
 * row-major order share its memory, others are copied, and the copies together may take no more than the file does.
 * Not thread-safe.
 */
final class StateDictAssembly {

    private static final String WRAPPED = "state_dict";
    private static final long SMALL = 1 << 20;

    private final StorageSource source;
    private final Map<String, ByteBuffer> storages = new HashMap<>();
    private long copyBytesLeft;

    /** @param fileSize in bytes; copies may take as much, or 1 MiB where that is more */
    StateDictAssembly(StorageSource source, long fileSize) {
        this.source = source;
        this.copyBytesLeft = Math.max(SMALL, fileSize);
    }

    StateDict assemble(String name, Object value) throws IOException {
        TorchUnpickler.Dict dict = unwrapped(value);
        if (dict.numbered > 0) {
            throw new CheckpointException("has %s entries under numbers; expected parameters under names"
                    .formatted(dict.numbered));
        }
        Map<String, TensorView> views = new LinkedHashMap<>();
        dict.entries.forEach((key, entry) -> views.put(key, tensor(key, entry)));
        views.forEach(this::reserve);
        Map<String, StateTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, TensorView> entry : views.entrySet()) {
            tensors.put(entry.getKey(), entry.getValue().over(storage(entry.getValue().storage().whole())));
        }
        return new StateDict(name, tensors);
    }

    /** The dict itself, or the one under "state_dict" in a training checkpoint. */
    private static TorchUnpickler.Dict unwrapped(Object value) {
        if (value instanceof TorchUnpickler.Dict dict) {
            return dict.entries.get(WRAPPED) instanceof TorchUnpickler.Dict inner ? inner : dict;
        }
        throw new CheckpointException("holds no state dict, that is, no dict of tensors by name");
    }

    private static TensorView tensor(String name, Object value) {
        if (value instanceof TensorView view) {
            return view;
        }
        throw new CheckpointException("entry %s is no tensor; expected a dict of tensors, or one under \"%s\""
                .formatted(CheckpointException.quoted(name), WRAPPED));
    }

    /** Before anything is read or copied: a few numbers must not be blown up into gigabytes. */
    private void reserve(String name, TensorView view) {
        if (view.isContiguous()) {
            return;
        }
        copyBytesLeft -= view.bytes();
        if (copyBytesLeft < 0) {
            throw new CheckpointException("tensor %s and others repeat numbers of the file to more bytes than it has"
                    .formatted(CheckpointException.quoted(name)));
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
