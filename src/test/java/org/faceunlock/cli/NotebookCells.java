package org.faceunlock.cli;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The cells of a notebook file. */
final class NotebookCells {
    private NotebookCells() {
    }

    static List<JsonObject> code(Path notebook) throws IOException {
        return cells(notebook, "code").toList();
    }

    /** The lines of the prose that are headings, without their signs. */
    static List<String> headings(Path notebook) throws IOException {
        return cells(notebook, "markdown").flatMap(cell -> text(cell).lines()).filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ *", "")).toList();
    }

    /** What the kernel that ran it calls its language. */
    static String language(Path notebook) throws IOException {
        return read(notebook).getAsJsonObject("metadata").getAsJsonObject("language_info").get("name").getAsString();
    }

    /** The streams written and the MIME types shown; which kind of image a picture becomes depends on its pixels. */
    static Set<String> kinds(JsonObject cell) {
        Set<String> kinds = new TreeSet<>();
        for (JsonElement element : cell.getAsJsonArray("outputs")) {
            JsonObject output = element.getAsJsonObject();
            switch (output.get("output_type").getAsString()) {
                case "stream" -> kinds.add(output.get("name").getAsString());
                case "error" -> kinds.add("error");
                default -> output.getAsJsonObject("data").keySet().forEach(type ->
                        kinds.add(type.startsWith("image/") ? "image" : type));
            }
        }
        return kinds;
    }

    /** A cell's source. */
    static String text(JsonObject cell) {
        return joined(cell.get("source"));
    }

    /** A text, which the format writes as one string or as a list of lines. */
    static String joined(JsonElement text) {
        return text.isJsonPrimitive() ? text.getAsString()
                : StreamSupport.stream(text.getAsJsonArray().spliterator(), false).map(JsonElement::getAsString)
                        .collect(Collectors.joining());
    }

    private static Stream<JsonObject> cells(Path notebook, String type) throws IOException {
        return StreamSupport.stream(read(notebook).getAsJsonArray("cells").spliterator(), false)
                .map(JsonElement::getAsJsonObject).filter(cell -> cell.get("cell_type").getAsString().equals(type));
    }

    private static JsonObject read(Path notebook) throws IOException {
        return new Gson().fromJson(Files.readString(notebook, StandardCharsets.UTF_8), JsonObject.class);
    }
}
