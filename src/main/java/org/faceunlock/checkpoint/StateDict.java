package org.faceunlock.checkpoint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
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

    /** The parameter of that name, to be computed with: refuses NaN and what is infinite as float32. */
    public Optional<StateTensor> findFinite(String name) {
        Optional<StateTensor> found = find(name);
        found.ifPresent(tensor -> tensor.firstNotFinite().ifPresent(place -> {
            throw new CheckpointException(("%s: tensor %s: expected finite numbers, found %s at place %s; use another"
                    + " copy").formatted(source, CheckpointException.quoted(name), tensor.toFloats()[place], place));
        }));
        return found;
    }

    public List<String> names() {
        return List.copyOf(tensors.keySet());
    }

    public Optional<StateTensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    /**
     * The SHA-256 of names, formats, shapes and numbers, as 64 hexadecimal digits: the same for two files of different
     * formats that hold the same.
     */
    public String sha256() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
        tensors.forEach((name, tensor) -> {
            String head = "%s %s %s\n".formatted(name, tensor.type(), Arrays.toString(tensor.shape()));
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(tensor.bytes());
        });
        return HexFormat.of().formatHex(digest.digest());
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
