package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What Jupyter tells a kernel that it starts: where to listen, and the key to sign with. */
record ConnectionFile(String transport, String ip, int shell, int control, int stdin, int iopub, int heartbeat,
                      String key, String signatureScheme) {

    /** Throws IOException with what was expected if the file is no connection file. */
    static ConnectionFile read(Path file) throws IOException {
        try {
            JsonObject json = Json.parse(Files.readString(file));
            return new ConnectionFile(Json.string(json, "transport", "tcp"), Json.string(json, "ip", "127.0.0.1"),
                    port(json, "shell_port"), port(json, "control_port"), port(json, "stdin_port"),
                    port(json, "iopub_port"), port(json, "hb_port"), Json.string(json, "key", ""),
                    Json.string(json, "signature_scheme", "hmac-sha256"));
        } catch (JsonParseException | IllegalArgumentException e) {
            throw new IOException(file + ": expected the connection file that Jupyter writes: " + e.getMessage(), e);
        }
    }

    private static int port(JsonObject json, String name) {
        int port = Json.number(json, name, -1);
        if (port < 0) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return port;
    }

    /** The address of a port, as ZeroMQ writes it; ports of the transport ipc are numbered files. */
    String address(int port) {
        return transport + "://" + ip + (transport.equals("ipc") ? "-" : ":") + port;
    }

    /** Java's name for the scheme, such as HmacSHA256 for hmac-sha256. */
    String macAlgorithm() {
        return "Hmac" + signatureScheme.substring(signatureScheme.indexOf('-') + 1).toUpperCase(Locale.ROOT);
    }
}
