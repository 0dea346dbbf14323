package org.faceunlock.demo.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The people that come with the project: {@code faces}, three of them in eight photos, one called me, and
 * {@code faces_test}, attempts to unlock. Nobody real; the same pixels on every machine.
 */
public final class ShippedPeople {

    private static final Limits NEAR = new Limits(20, 9, 8, 230, 380, 0);
    private static final long ME = 10056;
    private static final long AMARA = 10032;
    private static final long BRUNO = 10028;
    private static final long STRANGER = 10041;
    private static final long OTHER = 10042;
    /** How far the look-alike is from me: a stranger is at 1. */
    private static final double ALIKE = 0.3;

    private static final String NOTE = """
            The people in these photos do not exist: org.faceunlock.demo rendered them (./face-unlock people render \
            --shipped).
            The pictures are dedicated to the public domain, CC0 1.0: https://creativecommons.org/publicdomain/zero/1.0/
            truth.csv says for each face where it is and how it is turned.
            """;

    private ShippedPeople() {
    }

    /** Writes both folders below a root; gives the folders. */
    public static List<Path> write(Path root) throws IOException {
        Path faces = root.resolve("faces");
        PeopleFolder people = new PeopleFolder(faces, PeopleFolder.Format.JPEG);
        add(people, "amara", AMARA, 5, 10, 11);
        add(people, "bruno", BRUNO, 9, 11);
        add(people, "me", ME, 3, 5, 7);
        people.write();
        note(faces);
        Path tests = root.resolve("faces_test");
        attempts(new PeopleFolder(tests, PeopleFolder.Format.JPEG)).write();
        note(tests);
        return List.of(faces, tests);
    }

    private static void add(PeopleFolder people, String name, long seed, int... shots) {
        for (int photo = 0; photo < shots.length; photo++) {
            int shot = shots[photo];
            people.add(name, name + "_" + (photo + 1), () -> portrait(Identity.of(seed), seed, shot));
        }
    }

    /** Shots are numbered for each person; those taken look pleasant and differ in light, pose and place. */
    private static RenderedPhoto portrait(Identity identity, long person, int shot) {
        return FaceRenderer.portrait(identity, person + 31L * shot, 560, 700, NEAR);
    }

    private static PeopleFolder attempts(PeopleFolder tests) {
        Identity me = Identity.of(ME);
        Identity alike = me.perturb(OTHER, ALIKE);
        List<Identity> group = List.of(Identity.of(AMARA), me, Identity.of(BRUNO));
        return tests
                .add("", "group", () -> FaceRenderer.group(group, 5, 960, 640, NEAR))
                .add("", "look_alike", () -> portrait(alike, 0, 2))
                .add("", "me_test", () -> portrait(me, ME, 11))
                .add("", "no_face", () -> FaceRenderer.empty(23, 800, 600))
                .add("", "stranger", () -> portrait(Identity.of(STRANGER), STRANGER, 3));
    }

    private static void note(Path folder) throws IOException {
        Files.writeString(folder.resolve("LICENSE.txt"), NOTE);
    }
}
