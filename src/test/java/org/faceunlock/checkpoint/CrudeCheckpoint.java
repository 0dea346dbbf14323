package org.faceunlock.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Puts any pickle, sound or not, into an otherwise sound checkpoint whose float32 storage "0" holds 0, 1, 2, ... */
final class CrudeCheckpoint {

    private CrudeCheckpoint() {
    }

    static Path zip(Path folder, byte[] pickle, int numbers) throws IOException {
        Path file = folder.resolve("crude_zip.pt");
        try (StoredZip zip = new StoredZip(file)) {
            zip.add("archive/data.pkl", pickle).add("archive/data/0", counting(numbers))
                    .add("archive/byteorder", ascii("little")).add("archive/version", ascii("3\n"));
        }
        return file;
    }

    static Path legacy(Path folder, byte[] pickle, int numbers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CheckpointWriter.legacyHeader(true));
        bytes.writeBytes(pickle);
        bytes.writeBytes(CheckpointWriter.keys(1));
        bytes.writeBytes(PickleBytes.little(Long.BYTES, numbers));
        bytes.writeBytes(counting(numbers));
        return Files.write(folder.resolve("crude_legacy.pt"), bytes.toByteArray());
    }

    /** A tensor over the float32 storage "0" of this many numbers. */
    static PickleBytes tensor(PickleBytes pickle, long numbers, long offset, long[] shape, long[] stride) {
        return tensor(pickle, p -> CheckpointWriter.storage(p, DType.FLOAT32, "0", numbers,
                CheckpointWriter.Format.ZIP), offset, shape, stride);
    }

    /** A tensor over whatever the consumer pushes. */
    static PickleBytes tensor(PickleBytes pickle, Consumer<PickleBytes> storage, long offset, long[] shape,
            long[] stride) {
        pickle.global("torch._utils", "_rebuild_tensor_v2").op("(");
        storage.accept(pickle);
        return pickle.number(offset).tuple(shape).tuple(stride).flag(false).orderedDict().op("tR");
    }

    static byte[] counting(int numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < numbers; i++) {
            bytes.putFloat(i);
        }
        return bytes.array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
