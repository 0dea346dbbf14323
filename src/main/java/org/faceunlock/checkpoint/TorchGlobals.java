package org.faceunlock.checkpoint;

import java.util.Optional;
import net.razorvine.pickle.IObjectConstructor;

/**
 * The Python names that a state dict needs, and nothing else: the closed list that keeps a pickle from being a program.
 * A storage class stands for its {@link DType}, the rest for what builds a value from its arguments.
 */
final class TorchGlobals {

    private static final String ACCEPTED =
            "a state dict needs only torch._utils._rebuild_tensor_v2, torch._utils._rebuild_parameter, "
            + "collections.OrderedDict and the torch storages of plain numbers, so save module.state_dict()";

    private static final int MOST_AXES = 32;

    private TorchGlobals() {
    }

    /** What a name stands for; refuses every name off the list. */
    static Object resolve(String module, String name) {
        Optional<DType> type = module.equals("torch") ? DType.ofStorageClass(name) : Optional.empty();
        if (type.isPresent()) {
            return type.get();
        }
        IObjectConstructor constructor = switch (module + "\n" + name) {
            case "collections\nOrderedDict" -> TorchGlobals::orderedDict;
            case "torch._utils\n_rebuild_tensor_v2" -> TensorView::rebuild;
            case "torch._utils\n_rebuild_parameter" -> TorchGlobals::parameter;
            default -> throw new CheckpointException("asks for %s, which is refused: %s; nothing was run"
                    .formatted(CheckpointException.quoted(module + "." + name), ACCEPTED));
        };
        return constructor;
    }

    private static Object orderedDict(Object[] arguments) {
        if (arguments.length != 0) {
            throw new CheckpointException("makes an OrderedDict with arguments; expected an empty one, filled later");
        }
        return new TorchUnpickler.Dict();
    }

    /** Parameter(data, requires_grad, backward_hooks): for reading, its data. */
    private static Object parameter(Object[] arguments) {
        if (arguments.length != 3 || !(arguments[0] instanceof TensorView) || !(arguments[1] instanceof Boolean)
                || !isEmptyDict(arguments[2])) {
            throw new CheckpointException("_rebuild_parameter: expected a tensor, a flag and no hooks");
        }
        return arguments[0];
    }

    static boolean isEmptyDict(Object value) {
        return value instanceof TorchUnpickler.Dict dict && dict.entries.isEmpty() && dict.numbered == 0;
    }

    /** A value that must be a Java int or long, never a flag, a fraction, or one beyond 64 bits. */
    static long wholeNumber(String what, Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return ((Number) value).longValue();
        }
        throw new CheckpointException(what + ": expected a whole number of at most 64 bits, found "
                + (value == null ? "None" : value.getClass().getSimpleName()));
    }

    /** A value that must be a tuple of whole numbers, one for each axis of a tensor. */
    static long[] wholeNumbers(String what, Object value) {
        if (!(value instanceof Object[] entries && entries.length <= MOST_AXES)) {
            throw new CheckpointException("%s: expected a tuple of at most %s whole numbers".formatted(what,
                    MOST_AXES));
        }
        long[] numbers = new long[entries.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = wholeNumber(what, entries[i]);
        }
        return numbers;
    }
}
