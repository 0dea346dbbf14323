package org.faceunlock.demo.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Renders photos of people who do not exist, with everything true about them known. Stateless, so safe to use from any
 * thread; render many pictures in parallel, one a thread.
 *
 * <p>Equal arguments give equal pixels on every machine: only plain and strict arithmetic and seeded chance are used.
 */
public final class FaceRenderer {

    private FaceRenderer() {
    }

    /** A photo of these people in this place; who is smaller in the picture stands behind. */
    public static RenderedPhoto render(List<Subject> sitters, Scene scene) {
        Canvas canvas = Scenery.paint(scene);
        List<Subject> backToFront = new ArrayList<>(sitters);
        backToFront.sort(Comparator.comparingDouble(sitter -> sitter.shot().framing().faceHeight()));
        Truth[] truths = new Truth[sitters.size()];
        for (Subject sitter : backToFront) {
            PersonPainter painter = new PersonPainter(sitter.identity(), sitter.shot(), scene.lighting());
            painter.paint(canvas);
            truths[indexOf(sitters, sitter)] = painter.truth();
        }
        return new RenderedPhoto(CameraPipeline.develop(canvas, scene.capture(), scene.seed()), List.of(truths));
    }

    /** A photo of one person in one place. */
    public static RenderedPhoto render(Identity identity, Shot shot, Scene scene) {
        return render(List.of(new Subject(identity, shot)), scene);
    }

    /** A portrait as chance has it: shot, place, light and camera follow from the seed. */
    public static RenderedPhoto portrait(Identity identity, long seed, int width, int height, Limits limits) {
        return render(identity, Shot.random(identity, seed, width, height, limits), Scene.random(seed, width, height));
    }

    /** People side by side, as chance has it, all faces clear of each other. */
    public static RenderedPhoto group(List<Identity> people, long seed, int width, int height, Limits limits) {
        if (people.isEmpty()) {
            throw new IllegalArgumentException("people: expected at least 1 in a group, found none");
        }
        SplittableRandom random = new SplittableRandom(seed ^ 0x6809L);
        double column = width / (double) people.size();
        double size = Math.min(0.33 * height, 0.62 * column);
        List<Subject> sitters = IntStream.range(0, people.size()).mapToObj(i -> {
            Shot shot = Shot.random(people.get(i), random.nextLong(), width, height, limits);
            double own = size * (0.85 + 0.2 * random.nextDouble());
            Framing framing = new Framing(column * (i + 0.5) + 0.12 * column * (random.nextDouble() - 0.5),
                    height * (0.42 + 0.16 * random.nextDouble()), own);
            return new Subject(people.get(i), shot.framed(framing));
        }).toList();
        return render(sitters, Scene.random(seed, width, height));
    }

    /** A photo of a place without people, of noise, of a surface or of text. */
    public static RenderedPhoto empty(long seed, int width, int height) {
        return render(List.of(), Scene.empty(seed, width, height));
    }

    /** By instance, not by value: the same person may stand in a picture twice. */
    private static int indexOf(List<Subject> sitters, Subject wanted) {
        int index = 0;
        while (sitters.get(index) != wanted) {
            index++;
        }
        return index;
    }
}
