package org.faceunlock.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;

/** Embeddings for tests, planted or random. */
final class Faces {

    private Faces() {
    }

    /** Faces called 0.jpg, 1.jpg and so on, all of one person. */
    static Embeddings of(Embedding... embeddings) {
        List<EmbeddedFace> faces = new ArrayList<>();
        for (Embedding embedding : embeddings) {
            faces.add(EmbeddedFace.of(Path.of("me", faces.size() + ".jpg"), "me", embedding));
        }
        return Embeddings.of(faces);
    }

    /** Random directions and lengths; the seed is printed. */
    static Embeddings random(int count, int size, long seed) {
        System.out.println("Faces.random: seed " + seed);
        Random random = new Random(seed);
        Embedding[] embeddings = new Embedding[count];
        for (int face = 0; face < count; face++) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) random.nextGaussian();
            }
            embeddings[face] = Embedding.of(values);
        }
        return of(embeddings);
    }
}
