package org.faceunlock.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tensors and storages that lie about their size, their place or what they are. */
class HostileTensorTest {

    private static final long FOUR = Attack.NUMBERS;

    @TempDir
    private Path folder;

    static Stream<Attack> sizes() {
        BigInteger big = BigInteger.ONE.shiftLeft(64).add(BigInteger.TWO);
        return Stream.of(
                tensor("an offset of 2^63-1", FOUR, Long.MAX_VALUE, shape(1), shape(1)),
                tensor("a negative offset", FOUR, -1, shape(1), shape(1)),
                tensor("one number too many", FOUR, 0, shape(5), shape(1)),
                tensor("a negative size", FOUR, 0, shape(-1), shape(1)),
                tensor("two negative sizes", FOUR, 0, shape(-2, -2), shape(1, 1)),
                tensor("strides that overflow to 0", FOUR, 0, shape(3, 2), shape(1L << 62, 1)),
                tensor("strides that overflow together", FOUR, 0, shape(2, 2, 2), shape(1L << 62, 1L << 62, 1)),
                tensor("a product that overflows to 4", FOUR, 0, shape(1L << 31, 1L << 31, 4), shape(0, 0, 0)),
                tensor("a product of 0 beyond int", FOUR, 0, shape(1L << 30, 1L << 30, 0), shape(0, 0, 0)),
                tensor("more axes than strides", FOUR, 0, shape(2, 2), shape(1)),
                tensor("33 axes", FOUR, 0, new long[33], new long[33]),
                new Attack("a broadcast of 1 GiB", item(CrudeCheckpoint.tensor(named(), FOUR, 0, shape(1 << 28),
                        shape(0))),
                        "repeat numbers"),
                new Attack("a storage larger than its entry", item(CrudeCheckpoint.tensor(named(), 5, 0, shape(5),
                        shape(1))),
                        "expected 20 bytes"),
                new Attack("a storage smaller than its entry", item(CrudeCheckpoint.tensor(named(), 3, 0, shape(3),
                        shape(1))),
                        "expected 12 bytes"),
                new Attack("a storage of -1", item(CrudeCheckpoint.tensor(named(), -1, 0, shape(0), shape(1))),
                        "found -1"),
                new Attack("a storage of 2^62", item(CrudeCheckpoint.tensor(named(), 1L << 62, 0, shape(1), shape(1))),
                        "expected 0 to"),
                new Attack("a count beyond 64 bits", begin().op("(").text("storage").global("torch", "FloatStorage")
                        .text("0").text("cpu").number(big).op("tQ."), "64 bits"),
                new Attack("a count that is a flag", begin().op("(").text("storage").global("torch", "FloatStorage")
                        .text("0").text("cpu").flag(true).op("tQ."), "found Boolean"),
                new Attack("a shape of NaN", rebuilt(p -> p.number(0).op("G").raw(0x7f, 0xf8, 0, 0, 0, 0, 0, 0)
                        .raw(0x85)
                        .tuple(1)), "found Double"),
                new Attack("a shape that is a list", rebuilt(p -> p.number(0).op("]").tuple(1)), "a tuple of at most"),
                new Attack("a shape that is None", rebuilt(p -> p.number(0).op("N").tuple(1)), "a tuple of at most"));
    }

    static Stream<Attack> storages() {
        return Stream.of(
                new Attack("a persistent id of one", begin().text("storage").raw(0x85).op("Q."), "persistent id"),
                new Attack("a persistent id of None", begin().op("NQ."), "persistent id"),
                new Attack("a persistent module", begin().op("(").text("module").global("torch", "FloatStorage")
                        .text("0").text("cpu").number(1).op("tQ."), "persistent id"),
                new Attack("a key with a slash", key("a/b"), "storage key"), new Attack("an empty key", key(""),
                        "storage key"),
                new Attack("a key of dots", key(".."), "storage key"),
                new Attack("a storage of two types", begin().op("(").raw(Attack.stored("FloatStorage", 4))
                        .raw(Attack.stored("IntStorage", 4))
                        .op("t."), "described as both"),
                new Attack("a storage of two sizes", begin().op("(").raw(Attack.stored("FloatStorage", 4))
                        .raw(Attack.stored("FloatStorage", 3)).op("t."), "described as both"),
                new Attack("a view beyond its storage", begin().op("(").text("storage").global("torch", "FloatStorage")
                        .text("0").text("cpu").number(4).op("(").text("v").number(3).number(2).op("ttQ."),
                                "does not fit"),
                new Attack("numbers to be negated", rebuiltWith(p -> p.op("}").text("neg").flag(true).op("s")),
                        "no metadata"),
                new Attack("a tensor with hooks", rebuilt(p -> p.number(0).tuple(1).tuple(1).flag(false).op("}")
                        .text("h").op("Ns")), "hooks"));
    }

    @ParameterizedTest
    @MethodSource({"sizes", "storages"})
    void isRefused(Attack attack) throws IOException {
        attack.assertRefused(folder);
    }

    private static PickleBytes begin() {
        return PickleBytes.start();
    }

    private static PickleBytes named() {
        return begin().op("}").text("w");
    }

    private static PickleBytes item(PickleBytes pickle) {
        return pickle.op("s.");
    }

    private static long[] shape(long... sizes) {
        return sizes;
    }

    private static Attack tensor(String name, long numbers, long offset, long[] shape, long[] stride) {
        return new Attack(name, item(CrudeCheckpoint.tensor(named(), numbers, offset, shape, stride)), "tensor");
    }

    private static PickleBytes key(String key) {
        return CheckpointWriter.storage(begin(), DType.FLOAT32, key, FOUR, CheckpointWriter.Format.ZIP).op(".");
    }

    /** A call of _rebuild_tensor_v2 with these arguments behind the storage, made up to six. */
    private static PickleBytes rebuilt(Consumer<PickleBytes> arguments) {
        PickleBytes pickle = begin().global("torch._utils", "_rebuild_tensor_v2").op("(")
                .raw(Attack.stored("FloatStorage", FOUR));
        arguments.accept(pickle);
        return pickle.flag(false).op("}tR.");
    }

    private static PickleBytes rebuiltWith(Consumer<PickleBytes> metadata) {
        PickleBytes pickle = begin().global("torch._utils", "_rebuild_tensor_v2").op("(")
                .raw(Attack.stored("FloatStorage", FOUR))
                .number(0).tuple(4).tuple(1).flag(false).op("}");
        metadata.accept(pickle);
        return pickle.op("tR.");
    }
}
