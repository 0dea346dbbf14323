package org.faceunlock.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * Writes a state dict in the format of PyTorch 1.6 and later, which {@link ZipCheckpoint} reads: a zip of data.pkl,
 * data/KEY for each storage, byteorder and version.
 *
 * <p>Source: torch/serialization.py, {@code _save}.
 */
final class ZipCheckpointWriter {

    private static final String FOLDER = "archive";

    private ZipCheckpointWriter() {
    }

    static void write(StateDict states, OutputStream out) throws IOException {
        try (StoredArchive archive = new StoredArchive(out, FOLDER)) {
            archive.add("data.pkl", pickle(states));
            archive.add("byteorder", "little");
            int key = 0;
            for (StateTensor tensor : states.tensors().values()) {
                ByteBuffer numbers = tensor.bytes();
                byte[] bytes = new byte[numbers.remaining()];
                numbers.get(bytes);
                archive.add("data/" + key++, bytes);
            }
            archive.add("version", "3\n");
        }
    }

    private static byte[] pickle(StateDict states) {
        PickleWriter pickle = new PickleWriter().orderedDict().mark();
        int key = 0;
        for (String name : states.names()) {
            StateTensor tensor = states.find(name).orElseThrow();
            pickle.value(name).tensor(tensor.type(), key++, tensor.shape(), strides(tensor.shape()), false);
        }
        return pickle.setItems().stop();
    }

    /** Row-major. */
    private static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= Math.max(1, shape[axis]);
        }
        return strides;
    }
}
