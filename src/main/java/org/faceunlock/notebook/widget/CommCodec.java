package org.faceunlock.notebook.widget;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From state to the messages of the protocol, and back: bytes travel beside the JSON and are named by their paths.
 *
 * <p>Going out, a byte array is a direct value of the state and its key is left out of the JSON; coming in, it may lie
 * at any depth, as an upload's does at {@code ["value", 0, "content"]}. Nulls are kept: to a page, an absent key is not
 * a null one.
 */
final class CommCodec {
    private static final Gson JSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    private CommCodec() {
    }

    /** The data of a comm_open. */
    static CommMessage opening(Map<String, Object> state) {
        return message(Map.of(), state);
    }

    /** The data of a comm_msg with some or all of a model's state. */
    static CommMessage state(String method, Map<String, Object> state) {
        return message(Map.of(Protocol.METHOD, method), state);
    }

    private static CommMessage message(Map<String, Object> head, Map<String, Object> state) {
        List<List<String>> paths = new ArrayList<>();
        List<byte[]> buffers = new ArrayList<>();
        Map<String, Object> data = new LinkedHashMap<>(head);
        data.put(Protocol.STATE, outgoing(state, List.of(), paths, buffers));
        data.put(Protocol.BUFFER_PATHS, paths);
        return new CommMessage(JSON.toJson(data), buffers);
    }

    static CommMessage withoutBuffers(CommMessage opening) {
        Map<String, Object> data = objectAt(JSON.fromJson(opening.json(), Map.class));
        data.put(Protocol.BUFFER_PATHS, List.of());
        return new CommMessage(JSON.toJson(data), List.of());
    }

    static CommMessage buffersAsUpdate(CommMessage opening) {
        Map<String, Object> data = objectAt(JSON.fromJson(opening.json(), Map.class));
        data.put(Protocol.METHOD, Protocol.UPDATE);
        data.put(Protocol.STATE, Map.of());
        return new CommMessage(JSON.toJson(data), opening.buffers());
    }

    /** The answer on the control comm: every model, by its id, in the order given. */
    static CommMessage allStates(Map<String, Model> models) {
        List<List<String>> paths = new ArrayList<>();
        List<byte[]> buffers = new ArrayList<>();
        Map<String, Object> states = new LinkedHashMap<>();
        models.forEach((id, model) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("model_name", model.kind().model());
            entry.put("model_module", model.kind().module());
            entry.put("model_module_version", model.kind().version());
            entry.put(Protocol.STATE, outgoing(model.state(), List.of(id, Protocol.STATE), paths, buffers));
            states.put(id, entry);
        });
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(Protocol.METHOD, Protocol.UPDATE_STATES);
        data.put("states", states);
        data.put(Protocol.BUFFER_PATHS, paths);
        return new CommMessage(JSON.toJson(data), buffers);
    }

    private static Map<String, Object> outgoing(Map<String, Object> state, List<String> above,
            List<List<String>> paths, List<byte[]> buffers) {
        Map<String, Object> json = new LinkedHashMap<>();
        state.forEach((key, value) -> {
            if (value instanceof byte[] bytes) {
                List<String> path = new ArrayList<>(above);
                path.add(key);
                paths.add(path);
                buffers.add(bytes);
            } else {
                json.put(key, reference(value));
            }
        });
        return json;
    }

    private static Object reference(Object value) {
        if (value instanceof Model model) {
            return Protocol.REFERENCE + model.id();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CommCodec::reference).toList();
        }
        return value;
    }

    /** The data of a message from the page: nested maps and lists, numbers as Double, buffers at their places. */
    static Map<String, Object> parse(CommMessage message) {
        Map<String, Object> data = objectAt(JSON.fromJson(message.json(), Map.class));
        List<Object> paths = listAt(data.get(Protocol.BUFFER_PATHS));
        if (paths.size() != message.buffers().size()) {
            throw new IllegalArgumentException("buffer_paths: expected a path for each of "
                    + message.buffers().size() + " buffers, found " + paths.size());
        }
        for (int i = 0; i < paths.size(); i++) {
            place(data.get(Protocol.STATE), listAt(paths.get(i)), message.buffers().get(i));
        }
        return data;
    }

    private static void place(Object root, List<Object> path, byte[] buffer) {
        Object at = root;
        for (Object step : path.subList(0, path.size() - 1)) {
            at = step instanceof Number index ? listAt(at).get(index.intValue()) : objectAt(at).get(step);
        }
        Object last = path.get(path.size() - 1);
        if (last instanceof Number index) {
            listAt(at).set(index.intValue(), buffer);
        } else {
            objectAt(at).put(String.valueOf(last), buffer);
        }
    }

    /** A JSON object, or an empty map where there is something else. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> objectAt(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : new LinkedHashMap<>();
    }

    /** A JSON array, or an empty list where there is something else. */
    @SuppressWarnings("unchecked")
    static List<Object> listAt(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : new ArrayList<>();
    }
}
