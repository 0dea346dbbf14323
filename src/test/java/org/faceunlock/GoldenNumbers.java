package org.faceunlock;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The reference's numbers that need no photograph: src/test/resources/golden, read as text or as JSON. */
public final class GoldenNumbers {

    private GoldenNumbers() {
    }

    public static String text(String name) {
        try (InputStream bytes = GoldenNumbers.class.getResourceAsStream("/golden/" + name)) {
            if (bytes == null) {
                throw new IllegalArgumentException("expected reference numbers src/test/resources/golden/" + name
                        + ", found none");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonObject json(String name) {
        return json(name, JsonObject.class);
    }

    public static <T> T json(String name, Class<T> type) {
        return new Gson().fromJson(text(name), type);
    }
}
