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
        return new PickleDict();
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
        return value instanceof PickleDict dict && dict.isEmpty();
    }
}
