package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.geometry.Detection;
import org.junit.jupiter.api.Test;

class DetectionReportTest {

    private static final FaceTruth FACE = Planted.truth(10, 10, 20);

    @Test
    void facesAndFalseDetectionsAreCounted() {
        DetectionReport report = DetectionReport.of(List.of(
                photo(List.of(found(10, 0.95), found(50, 0.8)), List.of(FACE)),
                photo(List.of(found(10, 0.9)), List.of(FACE)),
                photo(List.of(found(10, 0.89)), List.of(FACE)),
                photo(List.of(), List.of(FACE)),
                photo(List.of(found(80, 0.7), found(120, 0.7)), List.of())));
        assertThat(report.photos()).isEqualTo(5);
        assertThat(report.recall()).isEqualTo(new Rate(3, 4));
        assertThat(report.recallAt(0.9)).isEqualTo(new Rate(2, 4));
        assertThat(report.keptAt(0.9)).isEqualTo(new Rate(2, 3));
        assertThat(report.falseDetections()).isEqualTo(3);
        assertThat(report.falseDetectionsPerPhoto()).isEqualTo(0.6);
        assertThat(report.photosWithFalseDetections()).isEqualTo(new Rate(2, 5));
    }

    @Test
    void landmarkErrorsHaveTheirQuantiles() {
        // eyes are 10 pixels apart; photo i is i pixels off to the right: errors 0, 0.1, 0.2, 0.3, 0.4
        DetectionReport report = DetectionReport.of(IntStream.range(0, 5)
                .mapToObj(i -> photo(List.of(found(10 + i, 1)), List.of(FACE))).toList());
        assertThat(report.landmarkError(0.5)).isCloseTo(0.2, within(1e-12));
        assertThat(report.landmarkError(0.75)).isCloseTo(0.3, within(1e-12));
        assertThat(report.landmarkError(0.875)).isCloseTo(0.35, within(1e-12));
        assertThat(report.landmarkError(1)).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void reportOfNothingKnowsNothing() {
        DetectionReport report = DetectionReport.of(List.of());
        assertThat(report.recall().value()).isNaN();
        assertThat(report.falseDetectionsPerPhoto()).isNaN();
        assertThat(report.landmarkError(0.5)).isNaN();
    }

    @Test
    void shareOfNothingIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DetectionReport.of(List.of()).landmarkError(0));
    }

    private static Detection found(double x, double probability) {
        return DetectionMatchingTest.found(x, 10, 20, probability);
    }

    private static DetectionMatching photo(List<Detection> found, List<FaceTruth> truths) {
        return DetectionMatching.of(found, truths);
    }
}
