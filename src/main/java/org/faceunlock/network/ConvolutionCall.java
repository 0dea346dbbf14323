package org.faceunlock.network;

/**
 * A convolution in TorchScript, in two ways: as operators that every libtorch has, and as the one that oneDNN does in
 * a single pass, with weights that it ordered beforehand.
 *
 * <p>Source of the latter: aten/src/ATen/native/mkldnn/RegisterMkldnnOpContextClass.cpp of PyTorch 2.7.1.
 *
 * @param weight the module's attribute that holds the weights
 * @param bias likewise, or None
 */
record ConvolutionCall(Activation x, String weight, String bias, Window window, PostOps after) {

    private static final String NO_SCALARS = "annotate(List[Optional[number]], [])";

    String plain() {
        String sum = "torch.conv2d(%s, %s, %s, %s, %s, [1, 1], 1)"
                .formatted(x.name(), weight, bias, strides(), padding());
        String added = after.summand().map(other -> "torch.add(%s, %s)".formatted(sum, other.name())).orElse(sum);
        return after.relu() ? "torch.relu(%s)".formatted(added) : added;
    }

    String packed() {
        String moves = "%s, %s, [1, 1], 1".formatted(padding(), strides());
        return after.summand().map(other -> "%s if torch.gt(torch.size(%s, 2), 1) else %s".formatted(
                "ops.mkldnn._convolution_pointwise(%s, %s, %s, %s, %s, \"add\", None, %s, %s, None)".formatted(x.name(),
                        other.name(), weight, bias, moves, after.relu() ? "\"relu\"" : "None", NO_SCALARS),
                other.name(), addedAfterwards(other, moves)))
                .orElseGet(() -> packed(moves, after.relu() ? "relu" : "none"));
    }

    private String packed(String moves, String postOp) {
        return "ops.mkldnn._convolution_pointwise(%s, %s, %s, %s, \"%s\", %s, \"\")"
                .formatted(x.name(), weight, bias, moves, postOp, NO_SCALARS);
    }

    /** For a summand of one pixel a channel, whose strides oneDNN may refuse ("could not create a memory"). */
    private String addedAfterwards(Activation other, String moves) {
        String added = "torch.add(%s, %s)".formatted(packed(moves, "none"), other.name());
        return after.relu() ? "torch.relu(%s)".formatted(added) : added;
    }

    /** The statement that orders the weights, where x is as large as it usually is. */
    String packing() {
        return "%1$s = ops.mkldnn._reorder_convolution_weight(%1$s, %2$s, %3$s, [1, 1], 1, torch.size(%4$s))"
                .formatted(weight, padding(), strides(), x.name());
    }

    private String strides() {
        return "[%1$s, %1$s]".formatted(window.stride());
    }

    private String padding() {
        return "[%s, %s]".formatted(window.padY(), window.padX());
    }
}
