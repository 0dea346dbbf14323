package org.faceunlock.detect;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;

/** The reference's numbers and the published weights, where the checkout has them beside it. */
final class Golden {

    static final Path NUMBERS = Path.of("../shared/golden");
    static final Path MIRROR = Path.of("../shared/mirror");

    private Golden() {}

    static boolean isThere() {
        return Files.isDirectory(NUMBERS) && Files.isDirectory(MIRROR);
    }

    static JsonObject read(String name) throws IOException {
        return JsonParser.parseString(Files.readString(NUMBERS.resolve(name))).getAsJsonObject();
    }

    static Mtcnn mtcnn(MtcnnSettings settings) throws IOException {
        return Mtcnn.of(CheckpointFile.read(mirrored("pnet.pt")), CheckpointFile.read(mirrored("rnet.pt")),
                CheckpointFile.read(mirrored("onet.pt")), settings);
    }

    /** The file of the mirror whose path ends like this. */
    static Path mirrored(String end) throws IOException {
        try (Stream<Path> files = Files.walk(MIRROR)) {
            return files.filter(file -> file.endsWith(end)).findFirst().orElseThrow();
        }
    }

    static List<Detection> faces(JsonObject image) {
        List<Detection> faces = new ArrayList<>();
        for (JsonElement element : image.getAsJsonArray("faces")) {
            JsonObject face = element.getAsJsonObject();
            double[] box = numbers(face.getAsJsonArray("box"));
            List<Point> points = new ArrayList<>();
            for (JsonElement point : face.getAsJsonArray("landmarks")) {
                double[] place = numbers(point.getAsJsonArray());
                points.add(new Point(place[0], place[1]));
            }
            faces.add(new Detection(new Box(box[0], box[1], box[2], box[3]), face.get("probability").getAsDouble(),
                    new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4))));
        }
        return faces;
    }

    static double[] numbers(JsonArray array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).getAsDouble();
        }
        return numbers;
    }
}
