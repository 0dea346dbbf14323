package org.faceunlock.demo.training;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.faceunlock.demo.people.Pose;
import org.faceunlock.demo.people.Truth;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;

/** Truths as text, one line a face: identity, box, five points, yaw, pitch and roll, separated by spaces. */
final class TruthText {

    private static final int NUMBERS = 4 + 10 + 3;

    private TruthText() {
    }

    static List<String> lines(List<Truth> truths) {
        return truths.stream().map(TruthText::line).toList();
    }

    private static String line(Truth truth) {
        Box box = truth.box();
        Pose pose = truth.pose();
        DoubleStream points = truth.landmarks().points().stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.y()));
        DoubleStream numbers = Stream.of(DoubleStream.of(box.x1(), box.y1(), box.x2(), box.y2()), points,
                DoubleStream.of(pose.yaw(), pose.pitch(), pose.roll())).flatMapToDouble(part -> part);
        return truth.identity() + " " + numbers.mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    static List<Truth> parse(List<String> lines) {
        return lines.stream().map(TruthText::parse).toList();
    }

    private static Truth parse(String line) {
        String[] words = line.split(" ");
        if (words.length != 1 + NUMBERS) {
            throw new IllegalArgumentException(
                    "truth: expected %s numbers on a line, found %s; delete the cached pictures"
                            .formatted(1 + NUMBERS, words.length));
        }
        double[] n = Arrays.stream(words).skip(1).mapToDouble(Double::parseDouble).toArray();
        Landmarks landmarks = new Landmarks(point(n, 4), point(n, 6), point(n, 8), point(n, 10), point(n, 12));
        Box box = new Box(n[0], n[1], n[2], n[3]);
        return new Truth(Long.parseLong(words[0]), box, landmarks, new Pose(n[14], n[15], n[16]));
    }

    private static Point point(double[] numbers, int at) {
        return new Point(numbers[at], numbers[at + 1]);
    }
}
