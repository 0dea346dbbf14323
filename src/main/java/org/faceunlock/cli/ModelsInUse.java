package org.faceunlock.cli;

import java.io.PrintWriter;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.models.EmbedderWeights;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ShippedWeights;

/** Says which weights are at work, so that no mixture goes unnoticed. */
final class ModelsInUse {

    private ModelsInUse() {
    }

    /** What auto comes to for those photos: rendered people want the networks that were trained on such. */
    static String choice(String choice, ImageFolder photos) {
        return choice.equals(EmbedderWeights.AUTO) && photos.rendered() == photos.size() ? ShippedWeights.NAME : choice;
    }

    static void print(Mtcnn detector, ImageFolder photos, PrintWriter err) {
        print("detector " + detector.name(), demo(detector), photos, err);
    }

    static void print(FaceEmbedder embedder, ImageFolder photos, PrintWriter err) {
        print("embedder " + embedder.name(), demo(embedder), photos, err);
        warn(embedder, photos, err);
    }

    static void print(Mtcnn detector, FaceEmbedder embedder, ImageFolder photos, PrintWriter err) {
        print("detector " + detector.name() + ", embedder " + embedder.name(), demo(detector) || demo(embedder), photos,
                err);
        warn(embedder, photos, err);
    }

    private static void print(String pair, boolean demo, ImageFolder photos, PrintWriter err) {
        err.println("models: " + pair);
        int real = photos.size() - photos.rendered();
        if (demo && real > 0) {
            err.println(("        demo was trained on rendered people only, and %s; for real ones: ./face-unlock "
                    + "models fetch %s").formatted(count(real, photos, "not rendered"), ModelCatalogue.REAL));
        }
    }

    /** Networks for real people find rendered ones all alike: dlib's errs in 12 of 100 pairs. */
    private static void warn(FaceEmbedder embedder, ImageFolder photos, PrintWriter err) {
        int rendered = photos.rendered();
        if (rendered > 0 && !demo(embedder)) {
            err.println(
                    "        %s; %s was trained on real people and cannot tell rendered ones apart: use --model demo"
                            .formatted(count(rendered, photos, "rendered by this program"), embedder.name()));
        }
    }

    private static String count(int some, ImageFolder photos, String what) {
        return "%s of %s photos %s %s".formatted(some, photos.size(), some == 1 ? "is" : "are", what);
    }

    private static boolean demo(Mtcnn detector) {
        return detector.name().equals(ShippedWeights.NAME);
    }

    private static boolean demo(FaceEmbedder embedder) {
        return embedder.name().equals(ShippedWeights.NAME);
    }
}
