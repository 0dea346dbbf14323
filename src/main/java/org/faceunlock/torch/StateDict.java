package org.faceunlock.torch;

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
}
