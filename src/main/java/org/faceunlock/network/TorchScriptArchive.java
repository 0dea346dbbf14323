package org.faceunlock.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faceunlock.checkpoint.DType;
import org.faceunlock.checkpoint.PickleWriter;
import org.faceunlock.checkpoint.StoredArchive;

/**
 * The file format that libtorch loads a module from: a zip, stored and not deflated, of the source, a pickle of the
 * module's attributes, and one entry of raw numbers for each tensor.
 *
 * <p>Source: torch/csrc/jit/docs/serialization.md of PyTorch.
 */
final class TorchScriptArchive {

    private static final String FOLDER = "net";

    private TorchScriptArchive() {
    }

    static byte[] write(Script script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (StoredArchive archive = new StoredArchive(bytes, FOLDER)) {
            archive.add("version", "3\n");
            archive.add("constants.pkl", new PickleWriter().emptyTuple().stop());
            archive.add("code/__torch__.py", script.source());
            archive.add("data.pkl", attributes(script));
            List<ScriptTensor> tensors = new ArrayList<>(script.tensors().values());
            for (int key = 0; key < tensors.size(); key++) {
                archive.add("data/" + key, tensors.get(key).bytes());
            }
        } catch (IOException impossible) { // nothing here leaves memory
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A module begins in training mode, which is what DJL takes it to be in until the first run says otherwise. */
    private static byte[] attributes(Script script) {
        PickleWriter pickle = new PickleWriter();
        pickle.global("__torch__", "Net").emptyTuple().newObject().emptyDict().mark();
        int key = 0;
        for (Map.Entry<String, ScriptTensor> entry : script.tensors().entrySet()) {
            pickle.value(Script.attributeName(entry.getKey()));
            tensor(pickle, entry.getValue(), key++);
        }
        return pickle.value("training").value(true).setItems().build().stop();
    }

    private static void tensor(PickleWriter pickle, ScriptTensor tensor, int key) {
        DType type = tensor.bfloat16() ? DType.BFLOAT16 : DType.FLOAT32;
        pickle.tensor(type, key, tensor.values().shape(), tensor.strides(), tensor.trained());
    }
}
