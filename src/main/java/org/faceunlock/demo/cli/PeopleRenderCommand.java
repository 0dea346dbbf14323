package org.faceunlock.demo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.faceunlock.cli.WriteCheck;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.LfwPairsText;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.PeopleFolder;
import org.faceunlock.demo.people.ShippedPeople;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Renders people into a folder. */
@Command(name = "render",
        mixinStandardHelpOptions = true,
        description = {
            "Renders photos of people who do not exist into one sub-folder a person, with the truth in truth.csv:"
                    + " identity, box, five landmarks and pose of each face.",
            "",
            "The same options give the same pixels on every machine. The pictures are CC0.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock people render --identities 10 --photos 5 --out out/people",
            "  ./face-unlock people render --identities 0 --group 4 --photos 3 --out out/groups",
            "  ./face-unlock people render --identities 0 --empty 20 --out out/empty"
        })
final class PeopleRenderCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--identities", paramLabel = "N", defaultValue = "3",
            description = "How many people (default: ${DEFAULT-VALUE}).")
    private int identities;

    @Option(names = "--photos", paramLabel = "M", defaultValue = "3",
            description = "How many photos of each, and how many groups (default: ${DEFAULT-VALUE}).")
    private int photos;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Another seed, other people (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--size", paramLabel = "WxH", defaultValue = "480x600", converter = SizeConverter.class,
            description = "Pixels of a photo (default: ${DEFAULT-VALUE}).")
    private Size size;

    @Option(names = "--group", paramLabel = "K", defaultValue = "0",
            description = "Also photos of K people together, in the folder group.")
    private int group;

    @Option(names = "--empty", paramLabel = "N", defaultValue = "0",
            description = "Also N pictures without a face, in the folder empty.")
    private int empty;

    @Option(names = "--wide", description = "Turn, tilt and size the faces as widely as the detector is tested with.")
    private boolean wide;

    @Option(names = "--layout", paramLabel = "NAME", defaultValue = "folder",
            description = "folder, or lfw: file names as in Labeled Faces in the Wild, and pairs.txt for evaluate lfw"
                    + " (default: ${DEFAULT-VALUE}).")
    private Layout layout;

    /** How files are named. */
    enum Layout { folder, lfw }

    @Option(names = "--shipped",
            description = "Write faces/ and faces_test/ of the project anew instead; all but --out is ignored.")
    private boolean shipped;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
    private Path out;

    /** Width and height in pixels. */
    record Size(int width, int height) {
    }

    /** A size as a user types it, such as 480x600. */
    static final class SizeConverter implements ITypeConverter<Size> {
        @Override
        public Size convert(String value) {
            String[] sides = value.toLowerCase(Locale.ROOT).split("x", -1);
            if (sides.length != 2 || !sides[0].matches("[1-9][0-9]{0,3}") || !sides[1].matches("[1-9][0-9]{0,3}")) {
                throw new TypeConversionException(
                        "expected a width and a height such as 480x600, found '" + value + "'");
            }
            return new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        }
    }

    @Override
    public Integer call() throws IOException {
        WriteCheck.folder(out);
        if (shipped) {
            ShippedPeople.write(out).forEach(spec.commandLine().getOut()::println);
            return ExitCode.OK;
        }
        if (identities < 0 || photos < 1 || group < 0 || empty < 0 || identities + group + empty == 0) {
            throw new ParameterException(spec.commandLine(),
                    "expected at least one person, group or empty picture, and at least one photo of each");
        }
        render();
        if (layout == Layout.lfw) {
            Files.writeString(out.resolve("pairs.txt"),
                    LfwPairsText.of(identities, photos, PeopleRenderCommand::name, seed));
        }
        return ExitCode.OK;
    }

    private void render() throws IOException {
        Limits limits = wide ? Limits.WIDE : Limits.PORTRAIT;
        PeopleFolder folder = new PeopleFolder(out, PeopleFolder.Format.JPEG);
        for (int person = 0; person < identities; person++) {
            addPerson(folder, person, limits);
        }
        for (int photo = 0; group > 0 && photo < photos; photo++) {
            long shot = seed * 7_919 + photo;
            List<Identity> people = IntStream.range(0, group).mapToObj(i -> Identity.of(shot * 64 + i)).toList();
            folder.add("group", "group_" + (photo + 1),
                    () -> FaceRenderer.group(people, shot, size.width(), size.height(), limits));
        }
        for (int picture = 0; picture < empty; picture++) {
            long scene = seed * 1_000_003 + picture;
            folder.add("empty", "empty_" + (picture + 1), () -> FaceRenderer.empty(scene, size.width(), size.height()));
        }
        PrintWriter err = spec.commandLine().getErr();
        int rows = write(folder, err);
        err.println("%s rows of truth in %s".formatted(rows, out.resolve(PeopleFolder.TRUTH)));
        spec.commandLine().getOut().println(out);
    }

    private static int write(PeopleFolder folder, PrintWriter err) throws IOException {
        try (StageBar bar = new StageBar(err)) {
            return folder.write((done, total) -> bar.after("rendering", done, total, "")).rowCount();
        }
    }

    private void addPerson(PeopleFolder folder, int person, Limits limits) {
        Identity identity = Identity.of(seed * 100_003 + person);
        String name = name(person);
        for (int photo = 1; photo <= photos; photo++) {
            long shot = identity.seed() * 1_009 + photo;
            folder.add(name, name + (layout == Layout.lfw ? String.format(Locale.ROOT, "_%04d", photo) : "_" + photo),
                    () -> FaceRenderer.portrait(identity, shot, size.width(), size.height(), limits));
        }
    }

    private static String name(int person) {
        return String.format(Locale.ROOT, "person_%04d", person + 1);
    }
}
