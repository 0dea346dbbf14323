package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/**
 * One message of Jupyter's messaging protocol, version {@value #PROTOCOL}.
 *
 * @param identities where it came from or goes to, as the ROUTER sockets need it; the topic on the publishing socket
 * @param parent the header of the message that this one answers or follows from; empty if there is none
 * @param buffers raw bytes beside the JSON, not copied
 */
record Message(List<byte[]> identities, JsonObject header, JsonObject parent, JsonObject metadata, JsonObject content,
               List<byte[]> buffers) {
    static final String PROTOCOL = "5.3";
    private static final String REQUEST = "_request";
    private static final String SESSION = UUID.randomUUID().toString();

    Message {
        identities = List.copyOf(identities);
        buffers = List.copyOf(buffers);
    }

    /** A message that follows from this one, to where this one came from. */
    Message answer(String type, JsonObject content) {
        return new Message(identities, newHeader(type), header, new JsonObject(), content, List.of());
    }

    /** A message for every page, that follows from the message with the given header. */
    static Message published(String type, JsonObject parent, JsonObject metadata, JsonObject content,
            List<byte[]> buffers) {
        return new Message(List.of(type.getBytes(StandardCharsets.UTF_8)), newHeader(type), parent,
                metadata, content, buffers);
    }

    /** The reply to this request. */
    Message reply(JsonObject content) {
        return answer(type().replace(REQUEST, "_reply"), content);
    }

    String type() {
        return Json.string(header, "msg_type", "");
    }

    /** Whether the page waits for a reply. */
    boolean isRequest() {
        return type().endsWith(REQUEST);
    }

    /** Which page or program it came from. */
    String session() {
        return Json.string(header, "session", "");
    }

    /** When it was sent, by the sender's clock; otherwise what is given. */
    Instant sent(Instant otherwise) {
        try {
            return OffsetDateTime.parse(Json.string(header, "date", "")).toInstant();
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private static JsonObject newHeader(String type) {
        return Json.object("msg_id", UUID.randomUUID().toString(), "session", SESSION, "username", "kernel",
                "date", Instant.now().toString(), "msg_type", type, "version", PROTOCOL);
    }
}
