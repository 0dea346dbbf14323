package org.faceunlock.notebook.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** JSON objects of messages: written with nulls kept, read without trusting that an entry is there. */
final class Json {
    private static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private Json() {
    }

    /** An object of names and values in turn; a value is anything that Gson writes. */
    static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], tree(namesAndValues[i + 1]));
        }
        return object;
    }

    static JsonElement tree(Object value) {
        return value instanceof JsonElement element ? element : GSON.toJsonTree(value);
    }

    /** Throws JsonParseException for what is no JSON object. */
    static JsonObject parse(String text) {
        JsonObject object = GSON.fromJson(text, JsonObject.class);
        return object == null ? new JsonObject() : object;
    }

    static String text(JsonElement element) {
        return GSON.toJson(element);
    }

    /** A text entry, or the text given where there is none. */
    static String string(JsonObject object, String name, String otherwise) {
        return primitive(object, name).filter(JsonPrimitive::isString).map(JsonPrimitive::getAsString)
                .orElse(otherwise);
    }

    static boolean flag(JsonObject object, String name, boolean otherwise) {
        return primitive(object, name).filter(JsonPrimitive::isBoolean).map(JsonPrimitive::getAsBoolean)
                .orElse(otherwise);
    }

    static int number(JsonObject object, String name, int otherwise) {
        return primitive(object, name).filter(JsonPrimitive::isNumber).map(JsonPrimitive::getAsInt).orElse(otherwise);
    }

    static JsonObject child(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? child : new JsonObject();
    }

    private static Optional<JsonPrimitive> primitive(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive primitive ? Optional.of(primitive) : Optional.empty();
    }
}
