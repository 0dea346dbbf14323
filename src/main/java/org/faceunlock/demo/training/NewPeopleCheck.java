package org.faceunlock.demo.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.PairScores;
import org.faceunlock.evaluate.VerificationScores;
import org.faceunlock.geometry.Box;
import org.faceunlock.image.Crop;
import org.faceunlock.image.RgbImage;

/**
 * Measures an embedder on rendered people whom no training has seen, in photos of {@link Limits#WIDE}. Stateless.
 *
 * <p>Faces are cut out by their true box, moved and stretched by up to 5 % of its sides as a detector's is: what is
 * measured is the embedder alone.
 */
public final class NewPeopleCheck {

    private static final int SMALLEST_PHOTO = 160;
    private static final int LARGEST_PHOTO = 640;
    private static final double LOOSE = 0.05;

    private NewPeopleCheck() {
    }

    /**
     * Compares every two photos.
     *
     * @param people how many, of the seeds 0, 1, ...; at most {@link TrainingPeople#FIRST_SEED}
     * @param photos how many of each, at least 2
     * @param seed decides the shots
     */
    public static VerificationScores measure(FaceEmbedder embedder, int people, int photos, long seed) {
        if (people < 2 || people > TrainingPeople.FIRST_SEED || photos < 2) {
            throw new IllegalArgumentException("check: expected 2 to %s people and at least 2 photos, found %s and %s"
                    .formatted(TrainingPeople.FIRST_SEED, people, photos));
        }
        List<RgbImage> crops = IntStream.range(0, people * photos).parallel()
                .mapToObj(i -> crop(Identity.of(i / photos), seed + i)).toList();
        List<Embedding> embedded = embedder.embed(crops);
        List<EmbeddedFace> faces = new ArrayList<>();
        for (int i = 0; i < embedded.size(); i++) {
            faces.add(EmbeddedFace.of(Path.of("rendered-" + i), "person " + i / photos, embedded.get(i)));
        }
        return PairScores.of(Embeddings.of(faces)).scores();
    }

    private static RgbImage crop(Identity person, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int side = SMALLEST_PHOTO + random.nextInt(LARGEST_PHOTO - SMALLEST_PHOTO + 1);
        RenderedPhoto photo = FaceRenderer.portrait(person, random.nextLong(), side, side, Limits.WIDE);
        return Crop.DEFAULT.cut(photo.image(), loosened(photo.truths().get(0).box(), random)).orElseThrow();
    }

    private static Box loosened(Box box, SplittableRandom random) {
        double x = LOOSE * box.width();
        double y = LOOSE * box.height();
        return new Box(box.x1() + x * signed(random), box.y1() + y * signed(random),
                box.x2() + x * signed(random), box.y2() + y * signed(random));
    }

    private static double signed(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }
}
