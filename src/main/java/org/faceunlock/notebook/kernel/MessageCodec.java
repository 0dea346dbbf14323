package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Messages from and to the frames that travel over the sockets, signed with the key of the connection file.
 *
 * <p>Source: jupyter_client's messaging documentation, "The wire protocol". Safe for use by many threads.
 */
final class MessageCodec {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final int JSON_FRAMES = 4;
    private final String key;
    private final String algorithm;

    MessageCodec(ConnectionFile connection) {
        this.key = connection.key();
        this.algorithm = connection.macAlgorithm();
    }

    List<byte[]> encode(Message message) {
        List<byte[]> json = Stream.of(message.header(), message.parent(), message.metadata(), message.content())
                .map(part -> Json.text(part).getBytes(StandardCharsets.UTF_8)).toList();
        List<byte[]> frames = new ArrayList<>(message.identities());
        frames.add(DELIMITER);
        frames.add(signature(json).getBytes(StandardCharsets.US_ASCII));
        frames.addAll(json);
        frames.addAll(message.buffers());
        return frames;
    }

    /** Empty for frames that are no message, or that somebody without the key has written. */
    Optional<Message> decode(List<byte[]> frames) {
        int at = 0;
        while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
            at++;
        }
        if (frames.size() < at + 2 + JSON_FRAMES) {
            return Optional.empty();
        }
        List<byte[]> json = frames.subList(at + 2, at + 2 + JSON_FRAMES);
        if (!MessageDigest.isEqual(frames.get(at + 1), signature(json).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        try {
            List<JsonObject> parts = json.stream()
                    .map(part -> Json.parse(new String(part, StandardCharsets.UTF_8))).toList();
            return Optional.of(new Message(frames.subList(0, at), parts.get(0), parts.get(1), parts.get(2),
                    parts.get(3), frames.subList(at + 2 + JSON_FRAMES, frames.size())));
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private String signature(List<byte[]> parts) {
        if (key.isEmpty()) {
            return "";
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + algorithm + ": " + e.getMessage(), e);
        }
    }
}
