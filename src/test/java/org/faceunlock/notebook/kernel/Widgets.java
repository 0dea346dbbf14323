package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;

/** The widgets that a cell has put on the page. */
final class Widgets {
    private Widgets() {
    }

    /** The comm of the first widget of a model's name. */
    static String id(Exchange shown, String model) {
        return shown.contents("comm_open").stream().filter(open -> Json.string(Json.child(Json.child(open, "data"),
                "state"), "_model_name", "").equals(model)).map(open -> Json.string(open, "comm_id", ""))
                .findFirst().orElseThrow(() -> new AssertionError("no " + model + ": " + shown));
    }

    /** What the page sends when a slider was moved. */
    static JsonObject moved(Object value) {
        return Json.object("method", "update", "state", Json.object("value", value), "buffer_paths", new int[0]);
    }
}
