package org.faceunlock.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;

/** Scores, people and boxes whose errors are known beforehand. */
final class Planted {

    private Planted() {
    }

    static Random seeded(long seed) {
        System.out.println("seed " + seed);
        return new Random(seed);
    }

    static double[] normal(Random random, int count, double mean) {
        return random.doubles(count).map(ignored -> mean + random.nextGaussian()).toArray();
    }

    /** Scores on a coarse grid, so that many are equal; some NaN if asked for. */
    static double[] coarse(Random random, int count, int mean, boolean withNaN) {
        return random.doubles(count)
                .map(u -> withNaN && u < 0.1 ? Double.NaN : Math.rint(mean + 3 * random.nextGaussian()) / 10).toArray();
    }

    /** People as random directions, each photo of them shifted by noise of the given length. */
    static Embeddings people(Random random, int people, int photos, double noise) {
        List<EmbeddedFace> faces = new ArrayList<>();
        for (int person = 0; person < people; person++) {
            double[] centre = random.doubles(32).map(u -> random.nextGaussian()).toArray();
            for (int photo = 0; photo < photos; photo++) {
                float[] values = new float[centre.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (float) (centre[i] + noise * random.nextGaussian());
                }
                faces.add(face("p" + person, photo, values));
            }
        }
        return Embeddings.of(faces);
    }

    static EmbeddedFace face(String person, int photo, float... values) {
        return EmbeddedFace.of(Path.of(person, photo + ".jpg"), person, Embedding.of(values));
    }

    static FaceTruth truth(double x, double y, double side) {
        return new FaceTruth(new Box(x, y, x + side, y + side), landmarks(x, y, side));
    }

    static Landmarks landmarks(double x, double y, double side) {
        return new Landmarks(new Point(x + side / 4, y + side / 3), new Point(x + 3 * side / 4, y + side / 3),
                new Point(x + side / 2, y + side / 2),
                new Point(x + side / 3, y + 3 * side / 4), new Point(x + 2 * side / 3, y + 3 * side / 4));
    }

    static double[] allValues(double[]... scores) {
        return Arrays.stream(scores).flatMapToDouble(Arrays::stream).filter(value -> !Double.isNaN(value))
                .sorted().distinct().toArray();
    }
}
