package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.faceunlock.projection.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcaMapTest {

    private static final long SEED = 512;

    private static List<String> people(int count) {
        List<String> people = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            people.add(List.of("Ada", "Somebody with quite a long name indeed", "\u738b\u5c0f\u660e").get(index % 3));
        }
        return people;
    }

    private static Projection scattered(int count) {
        Random random = new Random(SEED);
        double[][] points = new double[count][];
        for (int index = 0; index < count; index++) {
            points[index] = new double[] {random.nextGaussian(), 0.6 * random.nextGaussian()};
        }
        return new Projection(points, new double[] {0.413, 0.2});
    }

    private static PcaMap map(Projection projection) {
        List<String> people = people(projection.size());
        return PcaMap.of(projection).withFaces(DrawnFaces.of(people)).withPeople(people)
                .withTitle("Faces in two dimensions, seed " + SEED).withCaption("drawn faces");
    }

    @Test
    void aDistanceIsAsLongAcrossAsUpwards() {
        MapLayout layout = map(new Projection(
                new double[][] {{0, 0}, {1, 0}, {0, 1}}, new double[] {0.5, 0.5})).layout();
        assertThat(layout.anchor(0).distance(layout.anchor(1)))
                .isCloseTo(layout.anchor(0).distance(layout.anchor(2)), Offset.offset(1e-9));
    }

    @Test
    void bothAxesHaveTicksAtTheSameDistance() {
        MapScale scale = map(scattered(8)).layout().scale();
        double across = scale.ticksX().values().get(1) - scale.ticksX().values().get(0);
        double upward = scale.ticksY().values().get(1) - scale.ticksY().values().get(0);
        assertThat(upward).isCloseTo(across, Offset.offset(1e-9));
    }

    @Test
    void largerNumbersLieToTheRightAndAbove() {
        MapLayout layout = map(new Projection(new double[][] {{0, 0}, {2, 1}}, new double[] {0.5, 0.5})).layout();
        assertThat(layout.anchor(1).getX()).isGreaterThan(layout.anchor(0).getX());
        assertThat(layout.anchor(1).getY()).isLessThan(layout.anchor(0).getY());
    }

    @Test
    void aSingleFaceIsDrawnToo() {
        PcaMap single = map(new Projection(new double[][] {{0, 0}}, new double[] {0, 0}));
        assertThat(single.layout().anchor(0).getX()).isBetween(0.0, (double) single.draw().getWidth());
    }

    @Test
    void aFaceWithoutNeighboursSitsOnItsPoint() {
        MapLayout layout = map(new Projection(new double[][] {{-3, 0}, {3, 0}}, new double[] {0.9, 0.1})).layout();
        Rectangle2D marker = layout.marker(0);
        assertThat(layout.anchor(0).distance(marker.getCenterX(), marker.getCenterY())).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 60, 150})
    void facesCoverOneAnotherAtMostAtTheirEdges(int count) {
        MapLayout layout = map(scattered(count)).layout();
        assertThat(mostCovered(layout)).as("share of a side, seed %d", SEED).isLessThan(0.17);
    }

    @Test
    void ofAThousandFacesThreeHundredStayOnTheirPointsAndAreSmall() {
        MapLayout layout = map(scattered(1000)).layout();
        Rectangle2D marker = layout.marker(299);
        assertThat(marker.getWidth()).isLessThan(30);
        assertThat(layout.anchor(299).distance(marker.getCenterX(), marker.getCenterY())).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 12, 60})
    void identicalPointsBecomeFacesSideBySide(int count) {
        MapLayout layout = map(new Projection(new double[count][2], new double[] {Double.NaN, Double.NaN})).layout();
        assertThat(mostCovered(layout)).isLessThan(0.17);
    }

    /** The largest penetration of two markers as a share of their side. */
    private static double mostCovered(MapLayout layout) {
        double most = 0;
        for (int one = 0; one < layout.size(); one++) {
            for (int other = one + 1; other < layout.size(); other++) {
                Rectangle2D shared = layout.marker(one).createIntersection(layout.marker(other));
                double depth = Math.min(shared.getWidth(), shared.getHeight());
                most = Math.max(most, depth / layout.marker(one).getWidth());
            }
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 60, 150})
    void everyFaceIsWholeInsideTheAxes(int count) {
        MapLayout layout = map(scattered(count)).layout();
        for (int index = 0; index < count; index++) {
            assertThat(layout.scale().plot().contains(layout.marker(index)))
                    .as("face %d, seed %d", index, SEED).isTrue();
        }
    }

    @Test
    void aFaceIsFramedInItsPersonsColour() {
        PcaMap map = map(scattered(3));
        MapLayout layout = map.layout();
        BufferedImage picture = map.draw();
        Point2D origin = map.page(map.layout()).origin();
        Rectangle2D marker = layout.marker(2);
        double x = origin.getX() - layout.bounds().getX() + marker.getCenterX();
        double y = origin.getY() - layout.bounds().getY() + marker.getY() - layout.frame() / 2;
        Color frame = new Color(picture.getRGB((int) (x * Page.SCALE), (int) (y * Page.SCALE)));
        assertThat(frame).isEqualTo(PersonColours.of(people(3)).of(people(3).get(2)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 60})
    void noTextCoversAnotherOrLeavesThePage(int count) {
        PcaMap map = map(scattered(count));
        Page page = map.page(map.layout());
        MapLayout layout = map.layout();
        assertThat(Overlaps.among(layout.texts())).isEmpty();
        assertThat(Overlaps.outside(page, page.origin().getX() - layout.bounds().getX(),
                page.origin().getY() - layout.bounds().getY(), layout.texts())).isEmpty();
    }

    @Test
    void theAxesTellTheExplainedVariance() {
        assertThat(map(scattered(8)).layout().texts()).extracting(PlacedText::text)
                .contains("PC1 (41.3 % of variance)", "PC2 (20.0 % of variance)");
    }

    @Test
    void anUnknownShareOfVarianceIsNotShown() {
        Projection one = new Projection(new double[1][2], new double[] {Double.NaN, Double.NaN});
        assertThat(map(one).layout().texts()).extracting(PlacedText::text).contains("PC1", "PC2");
    }

    @Test
    void aFaceWithoutCoordinatesIsLeftOutAndTheCaptionSaysSo() {
        double[][] points = {{0, 0}, {Double.NaN, 1}, {1, 1}};
        PcaMap map = map(new Projection(points, new double[] {0.5, 0.5}));
        assertThat(map.layout().size()).isEqualTo(2);
        assertThat(map.page(map.layout()).texts()).extracting(PlacedText::text)
                .anyMatch(text -> text.contains("1 face without finite coordinates is left out"));
    }

    @Test
    void oneComponentIsNotEnough() {
        Projection line = new Projection(new double[][] {{1}, {2}}, new double[] {1});
        assertThatThrownBy(() -> PcaMap.of(line))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("found 1 components");
    }

    @Test
    void theSameMapGivesTheSameBytes() {
        assertThat(FigureFile.toPng(map(scattered(30)).draw(), 200))
                .isEqualTo(FigureFile.toPng(map(scattered(30)).draw(), 200));
    }
}
