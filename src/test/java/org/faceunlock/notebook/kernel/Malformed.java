package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a page that is out of order may send: frames that are no message, contents that are none of the protocol's. */
final class Malformed {
    /** Contents that fit no request. */
    static final List<String> CONTENTS = List.of("{}", "{\"code\":null}", "{\"code\":5,\"cursor_pos\":\"x\"}",
            "{\"code\":\"Str\",\"cursor_pos\":-5}", "{\"code\":\"Str\",\"cursor_pos\":4000000000}",
            "{\"code\":\"Str\",\"cursor_pos\":1e300}", "{\"code\":\"Str\",\"cursor_pos\":1.5}", "{\"code\":[\"a\"]}",
            "{\"code\":{\"a\":1},\"silent\":\"yes\",\"stop_on_error\":7,\"allow_stdin\":null}",
            "{\"target_name\":5,\"comm_id\":null,\"data\":[]}",
            "{\"hist_access_type\":\"search\",\"pattern\":null,\"n\":-3}",
            "{\"hist_access_type\":7,\"n\":\"all\",\"start\":1e99}",
            "{\"hist_access_type\":\"search\",\"pattern\":\"[(*\\\\E?\",\"n\":2}",
            "{\"hist_access_type\":\"range\",\"start\":5,\"stop\":-5}");
    /** Data of comm messages that fit no model. */
    static final List<String> DATA = List.of("null", "[]", "5", "{}", "{\"method\":null}", "{\"method\":\"update\"}",
            "{\"method\":\"update\",\"state\":null}", "{\"method\":\"update\",\"state\":[1]}",
            "{\"method\":\"update\",\"state\":{\"value\":\"text\"},\"buffer_paths\":[]}",
            "{\"method\":\"update\",\"state\":{\"value\":null},\"buffer_paths\":[]}",
            "{\"method\":\"update\",\"state\":{\"value\":1e300},\"buffer_paths\":[]}",
            "{\"method\":\"update\",\"state\":{\"value\":{\"a\":[[]]}},\"buffer_paths\":[]}",
            "{\"method\":\"update\",\"state\":{\"nonsense\":1},\"buffer_paths\":[]}",
            "{\"method\":\"update\",\"state\":{},\"buffer_paths\":[[\"value\"]]}",
            "{\"method\":\"update\",\"state\":{},\"buffer_paths\":[[]]}",
            "{\"method\":\"custom\",\"content\":5}", "{\"method\":\"request_state\"}",
            "{\"method\":\"request_states\"}", "{\"method\":\"nonsense\"}");
    private static final List<UnaryOperator<List<byte[]>>> DAMAGES = List.of(
            frames -> List.of(bytes("")), frames -> frames.subList(0, 1), frames -> frames.subList(0, 3),
            frames -> frames.subList(0, 5), frames -> frames.subList(1, frames.size()),
            frames -> with(frames, 1, ""), frames -> with(frames, 1, "00"),
            frames -> with(frames, 1, "\u0000\u00ff"), frames -> with(frames, 0, "<IDS|"),
            frames -> with(frames, 5, "{\"code\":\"hits++;\"}"),
            frames -> List.of(bytes("{\"code\":\"hits++;\"}")), frames -> List.of(new byte[100_000]));
    private static final List<UnaryOperator<String>> PARTS = List.of(part -> "", part -> "null", part -> "[]",
            part -> "5", part -> "{", part -> part.substring(1), part -> "[".repeat(100_000),
            part -> "{\"a\":".repeat(100_000), part -> "\u0000", part -> "{\"msg_id\":{},\"msg_type\":[]}");

    private Malformed() {
    }

    static int damages() {
        return DAMAGES.size();
    }

    static int parts() {
        return PARTS.size();
    }

    /** The frames of a message, damaged in one of the ways, so that no kernel may run it. */
    static List<byte[]> damaged(List<byte[]> frames, int way) {
        return DAMAGES.get(way).apply(frames);
    }

    /** The frames of a cell of which one JSON part (header, parent, metadata, content) is none, signed as it is. */
    static List<byte[]> signed(String key, Message cell, int part, int way) {
        List<byte[]> parts = new ArrayList<>();
        for (JsonObject one : List.of(cell.header(), cell.parent(), cell.metadata(), cell.content())) {
            String text = Json.text(one);
            parts.add(bytes(parts.size() == part ? PARTS.get(way).apply(text) : text));
        }
        List<byte[]> frames = new ArrayList<>(List.of(bytes("<IDS|MSG>"), bytes(signature(key, parts))));
        frames.addAll(parts);
        return frames;
    }

    private static String signature(String key, List<byte[]> parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static List<byte[]> with(List<byte[]> frames, int at, String text) {
        List<byte[]> changed = new ArrayList<>(frames);
        changed.set(at, bytes(text));
        return changed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
