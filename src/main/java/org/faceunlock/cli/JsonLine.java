package org.faceunlock.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import org.faceunlock.compare.Decision;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.SimilarityScale;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.pipeline.EmbeddedPhoto;

/**
 * The machine-readable form of results: one JSON object a line. Their names and fields are an interface for other
 * tools.
 */
final class JsonLine {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private JsonLine() {
    }

    /**
     * {@code {"image","width","height","faces":[{"box","probability","landmarks"}]}}, and a reason where it was
     * unreadable.
     */
    static String detections(PhotoResult row) {
        JsonObject line = new JsonObject();
        line.addProperty("image", row.file().toString());
        line.addProperty("width", row.width());
        line.addProperty("height", row.height());
        JsonArray faces = new JsonArray();
        row.outcome().detections().forEach(detection -> faces.add(face(detection)));
        line.add("faces", faces);
        if (row.outcome().status() == FaceStatus.UNREADABLE) {
            line.addProperty("reason", row.outcome().reason());
        }
        return GSON.toJson(line);
    }

    private static JsonObject face(Detection detection) {
        Box box = detection.box();
        JsonObject face = new JsonObject();
        face.add("box", numbers(box.x1(), box.y1(), box.x2(), box.y2()));
        face.addProperty("probability", detection.probability());
        JsonArray landmarks = new JsonArray();
        for (Point point : detection.landmarks().points()) {
            landmarks.add(numbers(point.x(), point.y()));
        }
        face.add("landmarks", landmarks);
        return face;
    }

    /**
     * {@code {"image","person","status","embedding":[512]}}; without a face the embedding is null and a reason follows.
     */
    static String embedding(EmbeddedPhoto photo) {
        JsonObject line = new JsonObject();
        line.addProperty("image", photo.file().toString());
        line.addProperty("person", photo.person());
        line.addProperty("status", photo.status().name());
        line.add("embedding", photo.embedding().map(Embedding::toArray).map(GSON::toJsonTree)
                .orElse(JsonNull.INSTANCE));
        if (photo.embedding().isEmpty()) {
            line.addProperty("reason", photo.reason());
        }
        return GSON.toJson(line);
    }

    /**
     * {@code {"image","outcome","similarity","distance","threshold","margin","nearest","reason"}}; the distance is
     * Euclid's of embeddings of length 1. NaN becomes null.
     */
    static String decision(Decision decision) {
        JsonObject line = new JsonObject();
        line.addProperty("image", decision.file().map(Object::toString).orElse(""));
        line.addProperty("outcome", decision.outcome().name());
        line.add("similarity", number(decision.similarity()));
        line.add("distance", number(decision.in(SimilarityScale.EUCLIDEAN)));
        line.addProperty("threshold", decision.threshold().value());
        line.add("margin", number(decision.margin()));
        line.add("nearest", decision.nearest()
                .<JsonElement>map(photo -> new JsonPrimitive(photo.face().file().toString()))
                .orElse(JsonNull.INSTANCE));
        line.addProperty("reason", decision.reason().name());
        return GSON.toJson(line);
    }

    /** {@code {"time","image","outcome","similarity","threshold","reason"}}: an attempt for the record. */
    static String attempt(Instant time, Decision decision) {
        JsonObject line = new JsonObject();
        line.addProperty("time", time.toString());
        line.addProperty("image", decision.file().map(Object::toString).orElse(""));
        line.addProperty("outcome", decision.outcome().name());
        line.add("similarity", number(decision.similarity()));
        line.addProperty("threshold", decision.threshold().value());
        line.addProperty("reason", decision.reason().name());
        return GSON.toJson(line);
    }

    private static JsonArray numbers(double... values) {
        JsonArray numbers = new JsonArray(values.length);
        for (double value : values) {
            numbers.add(number(value));
        }
        return numbers;
    }

    private static JsonElement number(double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }
}
