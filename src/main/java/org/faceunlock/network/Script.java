package org.faceunlock.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A network in TorchScript: the lines of its forward method, what that returns, and the tensors that it names; where
 * weights are packed also a method {@value #PACK}, to be called once.
 *
 * @param body one assignment a line, indented by four
 * @param outputs expressions that the method returns: one tensor, or a tuple of several
 * @param tensors by the name that they have in a state dict
 * @param packing the lines of the method that packs weights, as those of {@code body}
 */
record Script(String body, List<String> outputs, Map<String, ScriptTensor> tensors, Optional<String> packing) {

    /** Name of the method that packs weights; it takes nothing and returns nothing. */
    static final String PACK = "pack";

    /** A state-dict name as an identifier: {@code conv1.weight} becomes {@code conv1__weight}. */
    static String attributeName(String name) {
        return name.replace(".", "__");
    }

    /** The source of class {@code __torch__.Net}. */
    String source() {
        String type = outputs.size() == 1 ? "Tensor" : "Tuple[" + "Tensor, ".repeat(outputs.size() - 1) + "Tensor]";
        String value = outputs.size() == 1 ? outputs.get(0) : "(" + String.join(", ", outputs) + ")";
        String attributes = tensors.keySet().stream()
                .map(name -> "  %s : Tensor\n".formatted(attributeName(name)))
                .collect(Collectors.joining());
        return """
                class Net(Module):
                  __parameters__ = [%s]
                  __buffers__ = []
                %s  training : bool
                  def forward(self: __torch__.Net,
                    x: Tensor) -> %s:
                %s    return %s
                """.formatted(parameters(), attributes, type, body, value) + packing.map(Script::method).orElse("");
    }

    private static String method(String lines) {
        return """
                  def %s(self: __torch__.Net) -> NoneType:
                %s    return None
                """.formatted(PACK, lines);
    }

    /** All tensors: also those that are not trained, so that one list gives back whatever training changed. */
    private String parameters() {
        return tensors.keySet().stream()
                .map(name -> "\"%s\", ".formatted(attributeName(name)))
                .collect(Collectors.joining());
    }
}
