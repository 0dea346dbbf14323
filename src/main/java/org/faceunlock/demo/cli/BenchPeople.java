package org.faceunlock.demo.cli;

import java.util.List;
import java.util.SplittableRandom;
import org.faceunlock.demo.bench.BenchSetting;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.evaluate.FaceTruth;
import org.faceunlock.image.RgbImage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/**
 * The rendered people that a bench is run over: identities 0 and up, which training leaves out, in photos of all poses,
 * lights, expressions, sizes and accessories within {@link Limits#WIDE}. Safe to use from several threads.
 */
final class BenchPeople {

    /** The least size of a photo in which faces of 400 pixels have room. */
    private static final int WIDTH = 448;
    private static final int HEIGHT = 512;

    /** Identities below this are for measuring only. */
    private static final int MOST_PEOPLE = 1000;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--people", paramLabel = "N", defaultValue = "200",
            description = "How many identities (default: ${DEFAULT-VALUE}).")
    private int people;

    @Option(names = "--photos", paramLabel = "N", defaultValue = "6",
            description = "Photos of each (default: ${DEFAULT-VALUE}).")
    private int photos;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "2026",
            description = "Decides poses, light and all else but who it is (default: ${DEFAULT-VALUE}).")
    private long seed;

    /** How many photos there are in all. */
    int size() {
        if (people < 2 || people > MOST_PEOPLE || photos < 2 || photos > 1000) {
            throw new ParameterException(command.commandLine(),
                    "--people takes 2 to %s, --photos 2 to 1000; found %s and %s"
                            .formatted(MOST_PEOPLE, people, photos));
        }
        return people * photos;
    }

    /** Identity of photo {@code index}, 0 to {@link #size()}, person by person. */
    int person(int index) {
        return index / photos;
    }

    RenderedPhoto photo(int index) {
        return FaceRenderer.portrait(Identity.of(person(index)), chance(person(index), index % photos),
                WIDTH, HEIGHT, Limits.WIDE);
    }

    /** A picture without a face. */
    RgbImage empty(int index) {
        return FaceRenderer.empty(chance(-1, index), WIDTH, HEIGHT).image();
    }

    /** A seed of its own for each photo, so that no chance meets that of training. */
    private long chance(int person, int photo) {
        long mixed = new SplittableRandom(seed).nextLong() + person;
        return new SplittableRandom(new SplittableRandom(mixed).nextLong() + photo).nextLong();
    }

    static List<FaceTruth> truths(RenderedPhoto photo) {
        return photo.truths().stream().map(truth -> new FaceTruth(truth.box(), truth.landmarks())).toList();
    }

    void describe(BenchSetting setting) {
        setting.line("photos", "%s people (identities 0 to %s) x %s, %sx%s px, seed %s, yaw <= %.0f, pitch <= %.0f, "
                + "roll <= %.0f degrees, faces %.0f to %.0f px", people, people - 1, photos, WIDTH, HEIGHT, seed,
                Limits.WIDE.yaw(), Limits.WIDE.pitch(), Limits.WIDE.roll(),
                Limits.WIDE.smallestFace(), Limits.WIDE.largestFace());
    }
}
