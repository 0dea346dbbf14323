package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import org.faceunlock.notebook.display.MimeBundle;

/** The messages that every page hears: what a cell prints and shows, whether the kernel is busy, comms. */
final class IoPub {
    private final KernelSockets sockets;

    IoPub(KernelSockets sockets) {
        this.sockets = sockets;
    }

    void status(JsonObject parent, String state) {
        publish("status", parent, Json.object("execution_state", state));
    }

    void input(JsonObject parent, String code, int count) {
        publish("execute_input", parent, Json.object("code", code, "execution_count", count));
    }

    void stream(JsonObject parent, String name, String text) {
        publish("stream", parent, Json.object("name", name, "text", text));
    }

    void result(JsonObject parent, MimeBundle value, int count) {
        publish("execute_result", parent, Json.object("execution_count", count, "data", value.forms(),
                "metadata", new JsonObject()));
    }

    void display(JsonObject parent, MimeBundle value, String displayId, boolean isUpdate) {
        publish(isUpdate ? "update_display_data" : "display_data", parent, Json.object("data", value.forms(),
                "metadata", new JsonObject(), "transient", Json.object("display_id", displayId)));
    }

    void error(JsonObject parent, JsonObject error) {
        publish("error", parent, error);
    }

    void comm(String type, JsonObject parent, JsonObject metadata, JsonObject content, List<byte[]> buffers) {
        sockets.publish(Message.published(type, parent, metadata, content, buffers));
    }

    private void publish(String type, JsonObject parent, JsonObject content) {
        comm(type, parent, new JsonObject(), content, List.of());
    }
}
