package org.faceunlock.cli;

import java.io.PrintWriter;
import java.util.List;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ShippedWeights;

/** Says which weights are at work, so that no mixture goes unnoticed. */
final class ModelsInUse {

    private ModelsInUse() {
    }

    static void tell(Mtcnn detector, PrintWriter err) {
        tell("detector " + detector.name(), demo(detector), List.of(ModelCatalogue.MTCNN), err);
    }

    static void tell(FaceEmbedder embedder, PrintWriter err) {
        tell("embedder " + embedder.name(), demo(embedder), List.of(ModelCatalogue.VGGFACE2), err);
    }

    static void tell(Mtcnn detector, FaceEmbedder embedder, PrintWriter err) {
        tell("detector " + detector.name() + ", embedder " + embedder.name(), demo(detector) || demo(embedder),
                List.of(ModelCatalogue.MTCNN, ModelCatalogue.VGGFACE2), err);
    }

    private static void tell(String pair, boolean demo, List<String> published, PrintWriter err) {
        err.println("models: " + pair);
        if (demo) {
            err.println("        demo was trained on rendered people only; for photos of real ones: ./face-unlock models fetch "
                    + String.join(" ", published));
        }
    }

    private static boolean demo(Mtcnn detector) {
        return detector.name().equals(ShippedWeights.NAME);
    }

    private static boolean demo(FaceEmbedder embedder) {
        return embedder.name().equals(ShippedWeights.NAME);
    }
}
