package org.faceunlock.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named parameters of a network, in the order of the file they came from. Immutable.
 *
 * @param source what to call their origin in an error, usually the file's path
 */
public record StateDict(String source, Map<String, StateTensor> tensors) {

    public StateDict {
        tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    }

    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    public Optional<StateTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * The same tensors with floating numbers in another format; the others, such as counters, stay as they are.
     *
     * @param type {@link DType#FLOAT32} or {@link DType#FLOAT16}
     * @throws IllegalArgumentException if a number is too large for the format; the message names the tensor
     */
    public StateDict to(DType type) {
        Map<String, StateTensor> converted = new LinkedHashMap<>();
        tensors.forEach((name, tensor) -> {
            try {
                converted.put(name, tensor.type().isFloating() ? tensor.to(type) : tensor);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(source + ", tensor " + name + ": " + e.getMessage(), e);
            }
        });
        return new StateDict(source, converted);
    }
}
