package org.faceunlock.demo.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.RenderedPhoto;

/**
 * What the detector is trained on and for how long: everything about a run follows from it.
 *
 * <p>People have the identity seeds of {@link TrainingPeople}, nobody twice; photos have seeds from 2^40 on. Figures
 * are measured on others.
 *
 * @param pictures how many are rendered: of ten, five portraits, one group, four without people
 * @param steps of each network
 * @param landmarkSteps of O-Net after that, above all for landmarks
 * @param seed what tells one run from another, 0 to 999
 */
public record DetectorPlan(int pictures, int steps, int landmarkSteps, long seed) {

    static final long FIRST_IDENTITY = TrainingPeople.FIRST_SEED;
    private static final long FIRST_PHOTO = 1L << 40;
    private static final int MOST_PEOPLE = 8;

    /** Turned a little further than in the measurements, and down to the smallest face that is looked for. */
    private static final Limits LIMITS = new Limits(36, 24, 26, 18, 400, 0.5);

    public DetectorPlan {
        if (pictures < 10 || pictures > 1_000_000 || steps < 1 || landmarkSteps < 1 || seed < 0 || seed > 999) {
            throw new IllegalArgumentException("plan: expected 10 to 1000000 pictures, at least 1 step, 1 landmark"
                    + " step and a seed of 0 to 999, found %s, %s, %s and %s".formatted(pictures, steps, landmarkSteps,
                    seed));
        }
    }

    /** How many batches a stage takes. */
    int steps(CascadeStage stage) {
        return stage == CascadeStage.LANDMARKS ? landmarkSteps : steps;
    }

    /** A seed for everything about one network but its pictures. */
    long seed(CascadeStage stage) {
        return 1000 * (stage.ordinal() + 1) + seed;
    }

    /** One picture of the run, 160 to 400 pixels a side. */
    RenderedPhoto render(int index) {
        long photo = FIRST_PHOTO + (seed << 30) + index;
        SplittableRandom random = new SplittableRandom(photo);
        int width = 160 + random.nextInt(17) * 12 + random.nextInt(12);
        int height = Math.max(160, Math.min(400, width + random.nextInt(97) - 48));
        return switch (index % 10) {
            case 0, 2, 4, 6, 8 -> FaceRenderer.portrait(person(index, 0), photo, width, height, LIMITS);
            case 5 -> FaceRenderer.group(
                    people(index, 2 + random.nextInt(4)), photo, Math.max(width, 260), height, LIMITS);
            default -> FaceRenderer.empty(photo, width, height);
        };
    }

    private List<Identity> people(int index, int count) {
        return IntStream.range(0, count).mapToObj(which -> person(index, which)).toList();
    }

    private Identity person(int index, int which) {
        return Identity.of(FIRST_IDENTITY + (seed * 1_000_000 + index) * MOST_PEOPLE + which);
    }
}
