package org.faceunlock.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pickles that want more than to describe tensors: each is refused, soon, with little memory and a reason. */
class HostilePickleTest {

    @TempDir
    private Path folder;

    static Stream<Attack> programs() {
        return Stream.of(
                new Attack("calls a function", begin().global("posix", "system").op("(").text("id").op("tR."),
                        "posix.sys"),
                new Attack("an exception of the library", begin().global("builtins", "OSError").op(")R."), "OSError"),
                new Attack("a date of the library", begin().global("datetime", "date").op("."), "datetime.date"),
                new Attack("a class of torch", begin().global("torch.nn", "Linear").op("."), "torch.nn.Linear"),
                new Attack("a name split elsewhere", begin().global("torch._utils._rebuild", "tensor_v2").op("."),
                        "refused"),
                new Attack("a name over two parts", begin().global("collections\nOrderedDict", "x").op("."), "0x78"),
                new Attack("an endless name", begin().op("c").raw(new byte[5000]), "longer than"),
                new Attack("steers a terminal", begin().global("\u001b[2J\u202e", "evil").op("."), "'?[2J?.evil'"),
                new Attack("a name on the stack", begin().text("os").text("system").raw(0x93).op("."), "0x93"),
                new Attack("an instance by INST", begin().op("(i").raw(CrudeCheckpoint.ascii("os\nsystem\n")), "0x69"),
                new Attack("an instance by OBJ", begin().op("(o."), "0x6f"),
                new Attack("an instance by NEWOBJ", begin().op(")").raw(0x81), "0x81"),
                new Attack("a registered extension", begin().raw(0x82, 1).op("."), "0x82"),
                new Attack("a buffer out of band", begin().raw(0x97).op("."), "0x97"),
                new Attack("a persistent id as text", begin().op("Pstorage\n."), "0x50"),
                new Attack("calls a text", begin().text("x").op(")R."), "does not fit"),
                new Attack("calls a storage class", begin().global("torch", "FloatStorage").op(")R."), "does not fit"),
                new Attack("calls with a list", begin().global("collections", "OrderedDict").op("]R."), "does not fit"),
                new Attack("a filled OrderedDict", begin().global("collections", "OrderedDict").op("]")
                        .raw(0x85).op("R."), "with arguments"),
                new Attack("state of a tensor", Attack.tensor().op("}b."), "sets attributes"),
                new Attack("state that is no dict", begin().orderedDict().op("]b."), "sets attributes"));
    }

    static Stream<Attack> structures() {
        return Stream.of(
                new Attack("no STOP", begin().op("}"), "in the middle of a pickle"),
                new Attack("nothing", new byte[0], "in the middle of a pickle"),
                new Attack("no protocol", new PickleBytes().op("}."), "protocol"),
                new Attack("protocol 4", new PickleBytes().raw(0x80, 4).op("}."), "protocol 4"),
                new Attack("the protocol twice", begin().raw(0x80, 2).op("}."), "once"),
                new Attack("a second pickle behind", begin().op("}.").raw(begin().op("}.").bytes()), "behind the end"),
                new Attack("two values", begin().op("}}."), "2 values"),
                new Attack("no value", begin().op("."), "0 values"),
                new Attack("a lone MARK", begin().op("(."), "no state dict"),
                new Attack("text of 4 GiB", begin().op("X").raw(255, 255, 255, 255), "4294967295 bytes"),
                new Attack("text beyond the end", begin().op("X").raw(100, 0, 0, 0).op("."), "are left"),
                new Attack("text that is not UTF-8", begin().op("X").raw(2, 0, 0, 0, 0xc3, 0x28).op("."), "UTF-8"),
                new Attack("a number of 2 GiB", begin().raw(0x8b, 255, 255, 255, 127), "0x8b"),
                new Attack("a number in digits", begin().op("L").raw(new byte[100]), "0x4c"),
                new Attack("bytes of 2^62", begin().raw(0x8e, 0, 0, 0, 0, 0, 0, 0, 64), "0x8e"),
                new Attack("a memo never filled", begin().op("j").raw(255, 255, 255, 255).op("."), "does not fit"),
                new Attack("a memo of nothing", begin().op("q").raw(0).op("."), "does not fit"),
                new Attack("items without a MARK", begin().op("}").text("a").text("b").op("u."), "does not fit"),
                new Attack("an odd number of items", begin().op("}(").text("a").op("u."), "does not fit"),
                new Attack("items of a list", begin().op("](").text("a").text("b").op("u."), "does not fit"),
                new Attack("append to a dict", begin().op("}").text("a").op("a."), "does not fit"),
                new Attack("a tensor as key", CrudeCheckpoint.tensor(begin().op("}"), 4, 0, new long[] {4},
                        new long[] {1}).text("v").op("s."), "neither text nor"),
                new Attack("a list as key", begin().op("}]").text("v").op("s."), "neither text nor"),
                new Attack("itself as key", begin().op("}q").raw(0).op("h").raw(0).text("v").op("s."), "neither text"),
                new Attack("a name twice", begin().op("}").text("a").op("Ns").text("a").op("Ns."), "names 'a' twice"),
                new Attack("a name that is a number", begin().op("}").number(1).op("Ns."), "under numbers"),
                new Attack("an entry that is no tensor", begin().op("}").text("a").op("Ns."), "'a' is no tensor"),
                new Attack("an entry that holds itself", begin().op("}q").raw(0).text("a").op("h").raw(0).op("s."),
                        "'a' is no tensor"),
                new Attack("a list", begin().op("]."), "no state dict"));
    }

    static Stream<Attack> floods() {
        PickleBytes dicts = begin().op("](");
        for (int i = 0; i < 70; i++) {
            dicts.op("}".repeat(4000)).op("e(");
        }
        return Stream.of(
                new Attack("a million marks", begin().op("(".repeat(1_000_000)), "open values"),
                new Attack("a million open lists", begin().op("]".repeat(1_000_000)), "open values"),
                new Attack("a million steps", begin().op("]" + "Na".repeat(500_000)), "more than 300000 steps"),
                new Attack("a chain of lists", begin().op("](" + "](".repeat(1000) + "e".repeat(1001)).op("."),
                        "no state dict"),
                new Attack("many dicts", dicts.op("e."), "no state dict"),
                new Attack("one list grown in small steps", begin().op("]" + "(Ne".repeat(99_000) + "."),
                        "no state dict"),
                new Attack("a tuple of itself many times over", doubling(), "no state dict"),
                new Attack("a tensor rebuilt many times", rebuiltOften(), "more than 300000 steps"),
                new Attack("names that hash alike", alike(), "is no tensor"),
                new Attack("no more than a tensor", Attack.tensor().op("."), "no state dict"));
    }

    @ParameterizedTest
    @MethodSource({"programs", "structures", "floods"})
    void isRefused(Attack attack) throws IOException {
        attack.assertRefused(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"builtins", "decimal", "datetime", "operator", "numpy.core.multiarray", "_codecs", "array"})
    void neverAsksTheLibrarysOwnRegistry(String module) throws IOException {
        for (String name : new String[] {"set", "complex", "Decimal", "datetime", "attrgetter", "encode", "array"}) {
            Path file = CrudeCheckpoint.zip(folder, begin().global(module, name).op("(").text("x").op("tR.").bytes(),
                    4);
            assertThat(catchThrowable(() -> CheckpointFile.read(file))).isInstanceOf(CheckpointException.class)
                    .hasMessageContaining(module + "." + name);
        }
    }

    private static PickleBytes begin() {
        return PickleBytes.start();
    }

    private static PickleBytes doubling() {
        PickleBytes pickle = begin().op(")q").raw(0);
        for (int i = 0; i < 100; i++) {
            pickle.op("h").raw(0).raw(0x86).op("q").raw(0);
        }
        return pickle.op(".");
    }

    /** "Aa" and "BB" have one hash code in Java, and so have all texts made of fourteen of them. */
    private static PickleBytes alike() {
        PickleBytes pickle = begin().op("}");
        for (int bits = 0; bits < 1 << 14; bits++) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < 14; i++) {
                name.append((bits >> i & 1) == 0 ? "Aa" : "BB");
            }
            pickle.text(name.toString()).op("Ns");
        }
        return pickle.op(".");
    }

    private static PickleBytes rebuiltOften() {
        PickleBytes pickle = begin().op("(").global("torch._utils", "_rebuild_tensor_v2").op("q").raw(0).op("(")
                .raw(Attack.stored("FloatStorage", Attack.NUMBERS)).number(0).tuple(new long[32])
                .tuple(new long[32]).flag(false).op("}tq").raw(1).op("t](");
        for (int i = 0; i < 140_000; i++) {
            pickle.op("h").raw(0).op("h").raw(1).op("R").op(i % 1000 == 999 ? "e(" : "");
        }
        return pickle.op("et.");
    }
}
