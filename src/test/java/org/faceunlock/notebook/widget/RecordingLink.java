package org.faceunlock.notebook.widget;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faceunlock.notebook.display.MimeBundle;

/** A page that remembers what it is told, and can speak. */
final class RecordingLink implements Frontend {
    record Sent(String type, String id, JsonObject data, List<byte[]> buffers) {
    }

    final List<Sent> sent = new ArrayList<>();
    final List<MimeBundle> displayed = new ArrayList<>();
    private final Map<String, CommListener> listeners = new LinkedHashMap<>();

    @Override
    public String open(CommMessage data, CommListener listener) {
        String id = "model-" + listeners.size();
        listeners.put(id, listener);
        sent.add(new Sent("comm_open", id, json(data), data.buffers()));
        return id;
    }

    @Override
    public void send(String commId, CommMessage data) {
        sent.add(new Sent("comm_msg", commId, json(data), data.buffers()));
    }

    @Override
    public void close(String commId) {
        listeners.remove(commId);
        sent.add(new Sent("comm_close", commId, new JsonObject(), List.of()));
    }

    @Override
    public void display(MimeBundle value, String displayId) {
        displayed.add(value);
    }

    @Override
    public void redisplay(MimeBundle value, String displayId) {
        displayed.add(value);
    }

    /** The page changes one entry of a model; the messages this led to are returned. */
    List<Sent> says(Model model, String key, Object value) {
        JsonObject state = new JsonObject();
        state.add(key, new Gson().toJsonTree(value));
        return says(model, "update", state, List.of(), new JsonArray());
    }

    List<Sent> says(Model model, String method, JsonObject state, List<byte[]> buffers, JsonArray paths) {
        JsonObject data = new JsonObject();
        data.addProperty("method", method);
        data.add("state", state);
        data.add("buffer_paths", paths);
        return hears(model, new CommMessage(data.toString(), buffers));
    }

    List<Sent> hears(Model model, CommMessage message) {
        int before = sent.size();
        listeners.get(model.id()).received(message);
        return List.copyOf(sent.subList(before, sent.size()));
    }

    Sent last() {
        return sent.get(sent.size() - 1);
    }

    static JsonObject json(CommMessage data) {
        return new Gson().fromJson(data.json(), JsonObject.class);
    }
}
