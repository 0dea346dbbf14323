package org.faceunlock.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects the tensors of a script, each in the precision and layout of the form. Not thread-safe. */
final class ScriptAttributes {

    private final NetworkForm form;
    private final Map<String, ScriptTensor> tensors = new LinkedHashMap<>();

    ScriptAttributes(NetworkForm form) {
        this.form = form;
    }

    /** The tensors so far, by the name that they have in a state dict. */
    Map<String, ScriptTensor> tensors() {
        return Collections.unmodifiableMap(tensors);
    }

    String weight(String layer, Affine affine) {
        return parameter(layer + ".weight", affine.weight());
    }

    String bias(String layer, Affine affine) {
        return affine.bias().map(bias -> parameter(layer + ".bias", bias)).orElse("None");
    }

    /** A weight that stays float32 in every form: of a layer that gives the network's numbers out. */
    String fullWeight(String layer, Affine affine) {
        return full(layer + ".weight", affine.weight());
    }

    String fullBias(String layer, Affine affine) {
        return affine.bias().map(bias -> full(layer + ".bias", bias)).orElse("None");
    }

    /** A parameter in the form's own precision. */
    String parameter(String name, FloatTensor values) {
        return add(name, new ScriptTensor(values, true, form == NetworkForm.FOLDED_BFLOAT16, form.folds()));
    }

    /** Numbers that are not trained. */
    String buffer(String name, FloatTensor values) {
        return add(name, new ScriptTensor(values, false, false, false));
    }

    private String full(String name, FloatTensor values) {
        return add(name, new ScriptTensor(values, true, false, false));
    }

    private String add(String name, ScriptTensor tensor) {
        tensors.put(name, tensor);
        return "self." + Script.attributeName(name);
    }
}
