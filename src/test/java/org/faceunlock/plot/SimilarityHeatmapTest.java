package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.image.RgbImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimilarityHeatmapTest {

    private static final long SEED = 20261121;
    private static final String LONG = "Jean-Baptiste de la Salle-Montmorency et de la Vall\u00e9e d'Auge";

    private static List<String> people(int count) {
        List<String> people = new ArrayList<>();
        String[] names = {"Ada", LONG, "\u738b\u5c0f\u660e", "Bo"};
        for (int index = 0; index < count; index++) {
            people.add(names[index * names.length / count]);
        }
        return people;
    }

    private static SimilarityHeatmap heatmap(List<String> people) {
        return SimilarityHeatmap.of(DrawnFaces.similarities(people, SEED))
                .withFaces(DrawnFaces.of(people)).withPeople(people)
                .withTitle("Similarities of some faces, seed " + SEED).withCaption("drawn faces");
    }

    private static Color pixel(BufferedImage picture, Page page, double x, double y) {
        return new Color(picture.getRGB((int) ((x + page.origin().getX()) * Page.SCALE),
                (int) ((y + page.origin().getY()) * Page.SCALE)));
    }

    @ParameterizedTest
    @MethodSource("org.faceunlock.plot.ColourScaleTest#all")
    void everyCellHasTheColourOfItsValue(ColourScale scale) {
        List<String> people = people(8);
        SimilarityMatrix similarities = DrawnFaces.similarities(people, SEED);
        SimilarityHeatmap heatmap = heatmap(people).withScale(scale);
        BufferedImage picture = heatmap.draw();
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 8; column++) {
                Rectangle2D cell = heatmap.layout().cell(row, column);
                Color expected = scale.at(heatmap.range().fraction(similarities.get(row, column)));
                assertThat(pixel(picture, heatmap.page(), cell.getX() + 4, cell.getY() + 4))
                        .as("row %d, column %d, seed %d", row, column, SEED).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 60})
    void facesLieBesideTheirRowsAndBelowTheirColumns(int count) {
        List<String> people = people(count);
        List<RgbImage> plain = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            BufferedImage one = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
            for (int pixel = 0; pixel < 400; pixel++) {
                one.setRGB(pixel % 20, pixel / 20, 0x100000 + index * 4 + 1);
            }
            plain.add(RgbImage.of(one));
        }
        SimilarityHeatmap heatmap = heatmap(people).withFaces(plain);
        BufferedImage picture = heatmap.draw();
        for (int index = 0; index < count; index++) {
            Color expected = new Color(0x100000 + index * 4 + 1);
            Rectangle2D row = heatmap.layout().rowFace(index);
            Rectangle2D column = heatmap.layout().columnFace(index);
            assertThat(pixel(picture, heatmap.page(), row.getCenterX(), row.getCenterY())).isEqualTo(expected);
            assertThat(pixel(picture, heatmap.page(), column.getCenterX(), column.getCenterY())).isEqualTo(expected);
            assertThat(row.getCenterY()).isEqualTo(heatmap.layout().cell(index, 0).getCenterY());
            assertThat(column.getCenterX()).isEqualTo(heatmap.layout().cell(0, index).getCenterX());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 20, 60})
    void noTextCoversAnother(int count) {
        SimilarityHeatmap heatmap = heatmap(people(count));
        HeatmapLayout layout = heatmap.layout();
        List<PlacedText> texts = new ArrayList<>(layout.texts());
        texts.addAll(heatmap.colourBar(layout).texts());
        assertThat(Overlaps.among(texts)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 20, 60})
    void noTextCoversAFaceOrTheCells(int count) {
        HeatmapLayout layout = heatmap(people(count)).layout();
        List<String> covered = new ArrayList<>(Overlaps.with(layout.grid(), layout.texts()));
        for (int index = 0; index < count; index++) {
            covered.addAll(Overlaps.with(layout.rowFace(index), layout.texts()));
            covered.addAll(Overlaps.with(layout.columnFace(index), layout.texts()));
        }
        assertThat(covered).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 20, 60})
    void everyTextIsOnThePage(int count) {
        SimilarityHeatmap heatmap = heatmap(people(count));
        Page page = heatmap.page();
        HeatmapLayout layout = heatmap.layout();
        List<PlacedText> texts = new ArrayList<>(layout.texts());
        texts.addAll(heatmap.colourBar(layout).texts());
        assertThat(Overlaps.outside(page, page.origin().getX(), page.origin().getY(), texts)).isEmpty();
        assertThat(Overlaps.outside(page, 0, 0, page.texts())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 60, 100})
    void thePictureFitsAPrintedPage(int count) {
        BufferedImage picture = heatmap(people(count)).draw();
        assertThat(picture.getWidth()).isBetween(500, 4400);
        assertThat(picture.getHeight()).isBetween(500, 4400);
    }

    @Test
    void numbersGiveWayBeforeTheyBecomeTooSmallToRead() {
        assertThat(HeatmapCells.numberSize(AxisCells.of(people(8)).size())).isGreaterThan(10);
        assertThat(HeatmapCells.numberSize(AxisCells.of(people(60)).size())).isZero();
    }

    @Test
    void cellsOfTwoPeopleAreFurtherApartThanCellsOfOne() {
        HeatmapLayout layout = heatmap(List.of("A", "A", "B")).layout();
        double within = layout.cell(0, 1).getX() - layout.cell(0, 0).getMaxX();
        double between = layout.cell(0, 2).getX() - layout.cell(0, 1).getMaxX();
        assertThat(between).isGreaterThanOrEqualTo(within + 2);
    }

    @Test
    void aCellWithoutValueIsHatchedGrey() {
        double[][] values = {{1, Double.NaN}, {Double.NaN, 1}};
        SimilarityHeatmap heatmap = SimilarityHeatmap.of(SimilarityMatrix.of(List.of("a", "b"), values));
        BufferedImage picture = heatmap.draw();
        Rectangle2D cell = heatmap.layout().cell(0, 1);
        for (double x = cell.getX() + 2; x < cell.getMaxX() - 2; x += 0.5) {
            Color colour = pixel(picture, heatmap.page(), x, cell.getY() + 3);
            assertThat(colour.getRed()).isEqualTo(colour.getGreen()).isEqualTo(colour.getBlue()).isBetween(150, 240);
        }
    }

    @Test
    void theBarExplainsCellsWithoutValueOnlyWhenThereAreSome() {
        SimilarityHeatmap with = SimilarityHeatmap.of(SimilarityMatrix.of(List.of("a"), new double[][] {{Double.NaN}}));
        SimilarityHeatmap without = SimilarityHeatmap.of(SimilarityMatrix.of(List.of("a"), new double[][] {{1}}));
        assertThat(with.colourBar(with.layout()).texts()).extracting(PlacedText::text).contains("no value");
        assertThat(without.colourBar(without.layout()).texts()).extracting(PlacedText::text).doesNotContain("no value");
    }

    @Test
    void theSameHeatmapGivesTheSameBytes() {
        byte[] first = FigureFile.toPng(heatmap(people(8)).draw(), FigureFile.DPI);
        byte[] second = FigureFile.toPng(heatmap(people(8)).draw(), FigureFile.DPI);
        assertThat(first).isEqualTo(second);
    }

    @Test
    void tooFewFacesAreRefusedWithBothNumbers() {
        SimilarityHeatmap heatmap = heatmap(people(8));
        List<RgbImage> seven = DrawnFaces.of(people(8)).subList(0, 7);
        assertThatThrownBy(() -> heatmap.withFaces(seven))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("faces", "expected 8", "found 7");
    }
}
