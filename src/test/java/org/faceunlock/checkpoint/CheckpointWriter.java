package org.faceunlock.checkpoint;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Writes state dicts as PyTorch does, so that tests need neither Python nor a download; torch.load reads the files. */
final class CheckpointWriter {

    enum Format { ZIP, LEGACY }

    private CheckpointWriter() {
    }

    static void write(StateDict dict, Format format, Path file) throws IOException {
        switch (format) {
            case ZIP -> CheckpointFile.write(dict, file);
            case LEGACY -> writeLegacy(dict, file);
        }
    }

    private static void writeLegacy(StateDict dict, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file); OutputStream out = new BufferedOutputStream(stream);
                WritableByteChannel channel = Channels.newChannel(out)) {
            out.write(legacyHeader(true));
            out.write(stateDict(dict));
            out.write(keys(dict.names().size()));
            for (StateTensor tensor : dict.tensors().values()) {
                out.write(PickleBytes.little(Long.BYTES, tensor.size()));
                ByteBuffer bytes = tensor.bytes();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
        }
    }

    /** The three pickles that open a file of the old format. */
    static byte[] legacyHeader(boolean littleEndian) {
        return PickleBytes.start().number(new BigInteger("1950a86a20f9469cfc6c", 16)).op(".")
                .raw(PickleBytes.start().number(1001).op(".").bytes())
                .raw(PickleBytes.start().op("}").text("protocol_version").number(1001).op("s")
                        .text("little_endian").flag(littleEndian).op("s.").bytes()).bytes();
    }

    /** The pickle of the storage keys 0, 1, ... */
    static byte[] keys(int count) {
        PickleBytes pickle = PickleBytes.start().op("](");
        for (int key = 0; key < count; key++) {
            pickle.text(Integer.toString(key));
        }
        return pickle.op("e.").bytes();
    }

    private static byte[] stateDict(StateDict dict) {
        PickleBytes pickle = PickleBytes.start().orderedDict().op("(");
        List<String> names = dict.names();
        for (int key = 0; key < names.size(); key++) {
            StateTensor tensor = dict.find(names.get(key)).orElseThrow();
            pickle.text(names.get(key)).global("torch._utils", "_rebuild_tensor_v2").op("(");
            storage(pickle, tensor.type(), Integer.toString(key), tensor.size(), Format.LEGACY);
            pickle.number(0).tuple(longs(tensor.shape())).tuple(stride(tensor.shape())).flag(false).orderedDict()
                    .op("tR");
        }
        return pickle.op("u.").bytes();
    }

    static PickleBytes storage(PickleBytes pickle, DType type, String key, long count, Format format) {
        pickle.op("(").text("storage").global("torch", type.storageClass()).text(key).text("cpu").number(count);
        return pickle.op(format == Format.LEGACY ? "NtQ" : "tQ");
    }

    private static long[] longs(int[] numbers) {
        return Arrays.stream(numbers).asLongStream().toArray();
    }

    private static long[] stride(int[] shape) {
        long[] stride = new long[shape.length];
        long step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            stride[axis] = step;
            step *= Math.max(1, shape[axis]);
        }
        return stride;
    }
}
