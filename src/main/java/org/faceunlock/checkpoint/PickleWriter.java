package org.faceunlock.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the few opcodes of Python's pickle protocol 2 that PyTorch files need. Not thread-safe. */
public final class PickleWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public PickleWriter() {
        out.write(0x80); // PROTO 2
        out.write(2);
    }

    public PickleWriter global(String module, String name) {
        opcode('c');
        out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    public PickleWriter emptyTuple() {
        return opcode(')');
    }

    public PickleWriter emptyDict() {
        return opcode('}');
    }

    public PickleWriter mark() {
        return opcode('(');
    }

    /** Ends a tuple begun by {@link #mark}. */
    public PickleWriter tuple() {
        return opcode('t');
    }

    /** Puts the keys and values since the {@link #mark} into the dict before it. */
    public PickleWriter setItems() {
        return opcode('u');
    }

    public PickleWriter newObject() {
        return opcode(0x81);
    }

    public PickleWriter reduce() {
        return opcode('R');
    }

    public PickleWriter build() {
        return opcode('b');
    }

    public PickleWriter persistentId() {
        return opcode('Q');
    }

    public PickleWriter value(boolean value) {
        return opcode(value ? 0x88 : 0x89);
    }

    public PickleWriter value(int value) {
        return opcode('J').littleEndian(value);
    }

    public PickleWriter value(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        opcode('X').littleEndian(utf8.length);
        out.writeBytes(utf8);
        return this;
    }

    public PickleWriter tupleOf(int... values) {
        mark();
        for (int value : values) {
            value(value);
        }
        return tuple();
    }

    public PickleWriter orderedDict() {
        return global("collections", "OrderedDict").emptyTuple().reduce();
    }

    /** A tensor that has the whole storage {@code key} to itself. */
    public PickleWriter tensor(DType type, int key, int[] shape, int[] strides, boolean trained) {
        int numbers = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        global("torch._utils", "_rebuild_tensor_v2").mark();
        mark().value("storage").global("torch",
                type.storageClass()).value(Integer.toString(key)).value("cpu").value(numbers)
                .tuple().persistentId();
        return value(0).tupleOf(shape).tupleOf(strides).value(trained).orderedDict().tuple().reduce();
    }

    public byte[] stop() {
        opcode('.');
        return out.toByteArray();
    }

    private PickleWriter opcode(int code) {
        out.write(code);
        return this;
    }

    private PickleWriter littleEndian(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }
}
