package org.faceunlock.demo.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.zip.CRC32;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;

class FaceRendererTest {

    private static final Framing MIDDLE = new Framing(48, 50, 60);
    private static final Scene STUDIO = new Scene(Backdrop.STUDIO, 5, 96, 96, 0.01, Lighting.STUDIO, Capture.CLEAN);

    private static RenderedPhoto render(Identity identity, Pose pose, Expression expression) {
        return FaceRenderer.render(identity, new Shot(pose, expression, Accessories.NONE, 1, MIDDLE), STUDIO);
    }

    private static Landmarks landmarks(Pose pose) {
        return render(Identity.of(3), pose, Expression.NEUTRAL).truths().get(0).landmarks();
    }

    @Test
    void equalSeedsGiveEqualPixels() {
        RgbImage first = FaceRenderer.portrait(Identity.of(11), 7, 128, 96, Limits.WIDE).image();
        RgbImage second = FaceRenderer.portrait(Identity.of(11), 7, 128, 96, Limits.WIDE).image();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void thePixelsAreTheSameOnEveryMachine() {
        CRC32 crc = new CRC32();
        for (long seed = 0; seed < 6; seed++) {
            crc.update(FaceRenderer.portrait(Identity.of(seed), seed, 80, 80, Limits.WIDE).image().toBytes());
            crc.update(FaceRenderer.empty(seed, 40, 30).image().toBytes());
        }
        assertThat(Long.toHexString(crc.getValue())).as("change it only when the pictures are meant to change")
                .isEqualTo("6c7f419e");
    }

    @Test
    void anotherIdentityGivesAnotherPicture() {
        RgbImage one = render(Identity.of(1), Pose.FRONTAL, Expression.NEUTRAL).image();
        RgbImage two = render(Identity.of(2), Pose.FRONTAL, Expression.NEUTRAL).image();
        assertThat(meanDifference(one, two)).isGreaterThan(8);
    }

    @Test
    void aLookAlikeIsNearerThanAStranger() {
        for (long seed = 20; seed < 26; seed++) {
            Identity person = Identity.of(seed);
            RgbImage self = render(person, Pose.FRONTAL, Expression.NEUTRAL).image();
            RgbImage alike = render(person.perturb(900 + seed, 0.1), Pose.FRONTAL, Expression.NEUTRAL).image();
            RgbImage stranger = render(Identity.of(900 + seed), Pose.FRONTAL, Expression.NEUTRAL).image();
            assertThat(meanDifference(self, alike)).as("seed %d", seed).isLessThan(meanDifference(self, stranger));
        }
    }

    @Test
    void landmarksLieInsideTheBox() {
        for (long seed = 0; seed < 60; seed++) {
            Identity identity = Identity.of(seed);
            Truth truth = new PersonPainter(identity, Shot.random(identity, seed, 300, 300, Limits.WIDE),
                    Lighting.STUDIO).truth();
            Box box = truth.box();
            assertThat(truth.landmarks().points()).as("seed %d, pose %s", seed, truth.pose())
                    .allMatch(point -> point.x() > box.x1() && point.x() < box.x2() && point.y() > box.y1()
                            && point.y() < box.y2());
        }
    }

    @Test
    void theBoxIsWhereTheFramingSays() {
        Shot shot = new Shot(new Pose(20, -10, 15), Expression.NEUTRAL, Accessories.NONE, 1,
                new Framing(40.5, 61.25, 33));
        Box box = FaceRenderer.render(Identity.of(9), shot, STUDIO).truths().get(0).box();
        assertThat(box.centre().x()).isCloseTo(40.5, within(1e-9));
        assertThat(box.centre().y()).isCloseTo(61.25, within(1e-9));
        assertThat(box.height()).isCloseTo(33, within(1e-9));
    }

    @Test
    void turningToTheRightMovesTheNoseToTheRight() {
        assertThat(noseOff(landmarks(new Pose(25, 0, 0)))).isGreaterThan(noseOff(landmarks(Pose.FRONTAL)) + 2);
        assertThat(noseOff(landmarks(new Pose(-25, 0, 0)))).isLessThan(noseOff(landmarks(Pose.FRONTAL)) - 2);
    }

    @Test
    void lookingUpMovesTheNoseTowardsTheEyes() {
        assertThat(noseDrop(landmarks(new Pose(0, 18, 0)))).isLessThan(noseDrop(landmarks(Pose.FRONTAL)) - 1);
        assertThat(noseDrop(landmarks(new Pose(0, -18, 0)))).isGreaterThan(noseDrop(landmarks(Pose.FRONTAL)) + 1);
    }

    @Test
    void rollIsTheSlopeOfTheEyes() {
        for (double yaw = -30; yaw <= 30; yaw += 15) {
            Landmarks marks = landmarks(new Pose(yaw, 0, 12));
            double slope = Math.atan2(marks.rightEye().y() - marks.leftEye().y(), marks.rightEye().x()
                    - marks.leftEye().x());
            assertThat(Math.toDegrees(slope)).as("yaw %s", yaw).isCloseTo(12, within(1.5));
        }
    }

    @Test
    void openingTheMouthLowersTheChinOfTheBox() {
        Box shut = new PersonPainter(Identity.of(4), shot(Expression.NEUTRAL), Lighting.STUDIO).truth().box();
        Box open = new PersonPainter(Identity.of(4), shot(new Expression(0, 1, 0, 1, 0, 0)), Lighting.STUDIO).truth()
                .box();
        assertThat(open.height() / open.width()).isGreaterThan(1.03 * shut.height() / shut.width());
    }

    private static Shot shot(Expression expression) {
        return new Shot(Pose.FRONTAL, expression, Accessories.NONE, 1, MIDDLE);
    }

    @Test
    void everyoneInAGroupHasATruthInTheOrderGiven() {
        List<Identity> people = List.of(Identity.of(1), Identity.of(2), Identity.of(3), Identity.of(4));
        List<Truth> truths = FaceRenderer.group(people, 6, 240, 100, Limits.PORTRAIT).truths();
        assertThat(truths).extracting(Truth::identity).containsExactly(1L, 2L, 3L, 4L);
        assertThat(truths).isSortedAccordingTo((a, b) -> Double.compare(a.box().x1(), b.box().x1()));
    }

    @Test
    void anEmptyPictureHasNoTruth() {
        assertThat(FaceRenderer.empty(3, 40, 40).truths()).isEmpty();
    }

    @Test
    void everyBackdropPaintsMoreThanOneColour() {
        for (Backdrop backdrop : Backdrop.values()) {
            Scene scene = new Scene(backdrop, 17, 64, 48, 0.002, Lighting.STUDIO, Capture.CLEAN);
            byte[] values = FaceRenderer.render(List.of(), scene).image().toBytes();
            int low = 255;
            int high = 0;
            for (byte value : values) {
                low = Math.min(low, value & 0xff);
                high = Math.max(high, value & 0xff);
            }
            assertThat(high - low).as("%s", backdrop).isGreaterThan(20);
        }
    }

    @Test
    void refusesAnEmptyGroup() {
        assertThatThrownBy(() -> FaceRenderer.group(List.of(), 1, 50, 50, Limits.PORTRAIT))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("people");
    }

    private static double noseOff(Landmarks marks) {
        return marks.nose().x() - (marks.leftEye().x() + marks.rightEye().x()) / 2;
    }

    private static double noseDrop(Landmarks marks) {
        Point nose = marks.nose();
        return nose.y() - (marks.leftEye().y() + marks.rightEye().y()) / 2;
    }

    private static double meanDifference(RgbImage one, RgbImage two) {
        byte[] a = one.toBytes();
        byte[] b = two.toBytes();
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs((a[i] & 0xff) - (b[i] & 0xff));
        }
        return sum / a.length;
    }
}
