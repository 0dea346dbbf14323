package org.faceunlock.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The file format that libtorch loads a module from: a zip, stored and not deflated, of the source, a pickle of the
 * module's attributes, and one entry of raw numbers for each tensor.
 *
 * <p>Source: torch/csrc/jit/docs/serialization.md of PyTorch.
 */
final class TorchScriptArchive {

    private static final String ROOT = "net/";
    private static final byte[] EMPTY_TUPLE = {(byte) 0x80, 2, ')', '.'};

    private TorchScriptArchive() {
    }

    static byte[] write(Script script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
            store(zip, "constants.pkl", EMPTY_TUPLE);
            store(zip, "code/__torch__.py", script.source().getBytes(StandardCharsets.US_ASCII));
            store(zip, "data.pkl", attributes(script));
            List<ScriptTensor> tensors = new ArrayList<>(script.tensors().values());
            for (int key = 0; key < tensors.size(); key++) {
                store(zip, "data/" + key, tensors.get(key).bytes());
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
        pickle.global("torch._utils", "_rebuild_tensor_v2").mark();
        pickle.mark().value("storage").global("torch", tensor.bfloat16() ? "BFloat16Storage" : "FloatStorage")
                .value(Integer.toString(key)).value("cpu").value(tensor.values().size()).tuple().persistentId();
        pickle.value(0).tupleOf(tensor.values().shape()).tupleOf(tensor.strides()).value(tensor.trained());
        pickle.global("collections", "OrderedDict").emptyTuple().reduce();
        pickle.tuple().reduce();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(ROOT + name);
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
