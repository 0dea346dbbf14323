package org.faceunlock.demo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.faceunlock.cli.DetectorOptions;
import org.faceunlock.cli.TextColumns;
import org.faceunlock.demo.bench.BenchGoals;
import org.faceunlock.demo.bench.BenchSetting;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.evaluate.DetectionMatching;
import org.faceunlock.evaluate.DetectionReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how right the detector is, on rendered people whose faces are known exactly. */
@Command(name = "detector",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how many rendered faces are found and how exactly, and how many are found where there is none.",
            "",
            "A detection is of a face when their boxes overlap by an IoU of at least 0.5, one detection a face."
                    + " The landmark error is the mean over five points in eye distances. Exit code 1 when a goal is"
                    + " missed.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock bench detector",
            "  ./face-unlock bench detector --detector mtcnn --people 20 --empty 50"
        })
final class BenchDetectorCommand implements Callable<Integer> {

    private static final double SURE = 0.9;

    @Spec
    private CommandSpec spec;

    @Mixin
    private BenchPeople people;

    @Option(names = "--empty", paramLabel = "N", defaultValue = "300",
            description = "Pictures without a face (default: ${DEFAULT-VALUE}).")
    private int empty;

    @Mixin
    private DetectorOptions detector;

    @Override
    public Integer call() {
        int size = people.size();
        long start = System.nanoTime();
        try (Mtcnn mtcnn = detector.open(FacePolicy.LARGEST)) {
            BenchSetting setting = new BenchSetting(spec.commandLine().getOut()).machine().detector(mtcnn);
            people.describe(setting);
            setting.line("empty", "%s pictures without a face: scenes, noise, surfaces, text", empty);
            DetectionReport faces = DetectionReport.of(IntStream.range(0, size).parallel()
                    .mapToObj(index -> match(mtcnn, people.photo(index))).toList());
            DetectionReport none = DetectionReport.of(IntStream.range(0, empty).parallel()
                    .mapToObj(index -> DetectionMatching.of(mtcnn.detect(people.empty(index)), List.of())).toList());
            setting.line("time", "%.1f s, rendering included", (System.nanoTime() - start) / 1e9);
            BenchGoals goals = goals(faces, none);
            TextColumns.of(goals.rows()).lines().forEach(spec.commandLine().getOut()::println);
            return goals.allReached() ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }

    private static DetectionMatching match(Mtcnn mtcnn, RenderedPhoto photo) {
        return DetectionMatching.of(mtcnn.detect(photo.image()), BenchPeople.truths(photo));
    }

    private BenchGoals goals(DetectionReport faces, DetectionReport none) {
        BenchGoals goals = new BenchGoals();
        goals.atLeast("recall at IoU 0.5", faces.recall(), 0.99);
        goals.atLeast("found faces with probability 0.9", faces.keptAt(SURE), 0.98);
        goals.atMost("landmark error, median", faces.landmarkError(0.5), 0.04);
        goals.note("landmark error, 90 % of faces", BenchGoals.percent(faces.landmarkError(0.9)), "");
        goals.note("landmark error, 99 % of faces", BenchGoals.percent(faces.landmarkError(0.99)), "");
        if (empty > 0) {
            goals.atMost("false detections an empty picture", none.falseDetectionsPerPhoto(), 0.01);
            goals.note("empty pictures with one", none.photosWithFalseDetections());
        }
        goals.note("photos of people with a false one", faces.photosWithFalseDetections());
        return goals;
    }
}
