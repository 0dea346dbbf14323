package org.faceunlock.spark;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.evaluate.Identification;

/**
 * A gallery as it is broadcast: whose each face is, and its numbers.
 *
 * @param least cosine from which on a probe is somebody
 */
record SharedGallery(List<String> people, List<float[]> numbers, double least) implements Serializable {

    static SharedGallery of(Embeddings gallery, Threshold threshold) {
        return new SharedGallery(new ArrayList<>(gallery.personOfEach()),
                new ArrayList<>(gallery.faces().stream().map(face -> face.embedding().toArray()).toList()),
                threshold.value());
    }

    Identification open() {
        List<EmbeddedFace> faces = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            faces.add(EmbeddedFace.of(Path.of("gallery"), people.get(i), Embedding.of(numbers.get(i))));
        }
        return Identification.of(Embeddings.of(faces), Fusion.MEAN, Threshold.cosine(least));
    }
}
