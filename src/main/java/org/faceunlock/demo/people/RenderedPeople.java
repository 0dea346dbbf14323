package org.faceunlock.demo.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Rendered people to choose a threshold with: several with several photos each, in {@code faces}, and strangers with a
 * photo each, in {@code strangers}. Equal arguments give equal pixels; a folder that has them is left as it is.
 */
public final class RenderedPeople {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 400;
    /** Turned further than for a portrait, and more often with glasses or a hat, so that some are hard to recognise. */
    private static final Limits LIMITS = new Limits(32, 18, 14, 70, 300, 0.6);

    private RenderedPeople() {
    }

    /**
     * Renders them where they are not yet.
     *
     * @param seed another seed, other people
     * @return the folder below {@code root} that holds {@code faces} and {@code strangers}
     */
    public static Path in(Path root, int people, int photosOfEach, int strangers, long seed) throws IOException {
        Path folder = root.resolve("rendered-%s-%s-%s-%s".formatted(people, photosOfEach, strangers, seed));
        write(folder.resolve("faces"), people, photosOfEach, seed * 100_003, true);
        write(folder.resolve("strangers"), strangers, 1, seed * 100_003 + 50_000, false);
        return folder;
    }

    private static void write(Path folder, int people, int photos, long first, boolean apart) throws IOException {
        if (people == 0 || Files.exists(folder.resolve(PeopleFolder.TRUTH))) {
            return;
        }
        PeopleFolder writer = new PeopleFolder(folder, PeopleFolder.Format.JPEG);
        for (int person = 0; person < people; person++) {
            Identity identity = Identity.of(first + person);
            String name = String.format(Locale.ROOT, apart ? "person %02d" : "stranger %02d", person + 1);
            for (int photo = 1; photo <= photos; photo++) {
                long shot = identity.seed() * 1_009 + photo;
                writer.add(apart ? name : "", apart ? name + " " + photo : name,
                        () -> FaceRenderer.portrait(identity, shot, WIDTH, HEIGHT, LIMITS));
            }
        }
        writer.write();
    }
}
