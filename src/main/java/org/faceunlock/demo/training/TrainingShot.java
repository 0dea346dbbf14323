package org.faceunlock.demo.training;

import java.util.SplittableRandom;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Framing;
import org.faceunlock.demo.people.Hat;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.demo.people.Scene;
import org.faceunlock.demo.people.Shot;
import org.faceunlock.image.Crop;
import org.faceunlock.image.RgbImage;

/**
 * Renders one face of a training set and cuts it out with room around it. Stateless.
 *
 * <p>Only the part of the photo around the face is rendered; the camera's blur, noise and compression are those of a
 * whole photo of {@value #SMALLEST_PHOTO} to {@value #LARGEST_PHOTO} pixels.
 */
final class TrainingShot {

    /** Twelve pixels more on each side than {@link Crop#DEFAULT}, at the same scale: room to move the box by. */
    static final Crop WIDE = Crop.of(184, 42);

    private static final Limits LIMITS = new Limits(33, 22, 22, 40, 320, 0.5);
    private static final double SMALLEST_FACE = 36;
    private static final double LARGEST_FACE = 240;
    private static final double PICTURE = 1.55;
    private static final int SMALLEST_PHOTO = 256;
    private static final int LARGEST_PHOTO = 720;

    private TrainingShot() {
    }

    /** A wide crop of a person; equal arguments give equal pixels. */
    static RgbImage render(Identity person, long seed) {
        Chances chances = Chances.of(seed);
        int side = (int) Math.ceil(PICTURE * chances.face);
        Shot shot = chances.shot(person).framed(new Framing(side / 2.0, side / 2.0, chances.face));
        Scene scene = Scene.random(chances.rest, side, side)
                .with(Scene.random(chances.rest, chances.photo, chances.photo).capture());
        RenderedPhoto rendered = FaceRenderer.render(person, shot, scene);
        return WIDE.cut(rendered.image(), rendered.truths().get(0).box()).orElseThrow();
    }

    /** Whether the person of such a crop wears a hat. */
    static boolean hat(Identity person, long seed) {
        return Chances.of(seed).shot(person).accessories().hat() != Hat.NONE;
    }

    /**
     * What chance decides of one shot.
     *
     * @param face height of the face in pixels
     * @param photo side of the whole photo in pixels
     * @param rest a seed for all else
     */
    private record Chances(double face, int photo, long rest) {

        static Chances of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double face = SMALLEST_FACE * Math.pow(LARGEST_FACE / SMALLEST_FACE, random.nextDouble());
            int photo = SMALLEST_PHOTO + random.nextInt(LARGEST_PHOTO - SMALLEST_PHOTO);
            return new Chances(face, photo, random.nextLong());
        }

        Shot shot(Identity person) {
            return Shot.random(person, rest, photo, photo, LIMITS);
        }
    }
}
