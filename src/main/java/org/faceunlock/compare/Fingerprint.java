package org.faceunlock.compare;

import java.util.ArrayList;
import java.util.List;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.Crop;
import org.faceunlock.image.CropRecipe;

/**
 * All that made an embedding what it is. Two embeddings may be compared only if their fingerprints are equal: other
 * weights, another margin or another precision give other numbers for the same face.
 *
 * @param detector name and SHA-256 of the weights that find the face
 * @param embedder name and SHA-256 of the weights that embed it
 * @param crop how the face is cut out and resized
 * @param standardisation what becomes of the pixels before the network
 * @param policy which faces of a photo count
 * @param precision the format of numbers that the network computes in
 */
public record Fingerprint(
        String detector, String embedder, String crop, String standardisation, String policy, String precision) {

    public Fingerprint {
        for (String part : List.of(detector, embedder, crop, standardisation, policy, precision)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("fingerprint: expected a text for each part, found a blank one");
            }
        }
    }

    /** The fingerprint of what that pair makes of photos of one face, or of several by the detector's policy. */
    public static Fingerprint of(Mtcnn detector, FaceEmbedder embedder, boolean severalFaces) {
        Crop box = Crop.of(detector.settings().imageSize(), detector.settings().margin());
        CropRecipe crop = embedder.recipe().accepts(box) ? box : embedder.recipe();
        return new Fingerprint(detector.name() + " " + detector.sha256(), embedder.name() + " " + embedder.sha256(),
                crop.describe(), embedder.standardisation().name(),
                severalFaces ? detector.settings().policy().name() : "EXACTLY_ONE",
                embedder.precision().toString());
    }

    /** One line. */
    public String describe() {
        return "detector %s, embedder %s, crop %s, standardisation %s, policy %s, precision %s"
                .formatted(detector, embedder, crop, standardisation, policy, precision);
    }

    /** What differs, each with both values; empty if the two are equal. */
    List<String> differences(Fingerprint other) {
        List<String> found = new ArrayList<>();
        add(found, "detector", detector, other.detector);
        add(found, "embedder", embedder, other.embedder);
        add(found, "crop", crop, other.crop);
        add(found, "standardisation", standardisation, other.standardisation);
        add(found, "policy", policy, other.policy);
        add(found, "precision", precision, other.precision);
        return found;
    }

    private static void add(List<String> found, String name, String mine, String others) {
        if (!mine.equals(others)) {
            found.add("%s %s, not %s".formatted(name, mine, others));
        }
    }
}
