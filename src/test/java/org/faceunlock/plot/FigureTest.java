package org.faceunlock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.faceunlock.projection.Projection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTest {

    private static final List<String> TWO = List.of("Ada", "Bo");

    @TempDir
    private Path folder;

    private static SimilarityHeatmap heatmap(List<String> people) {
        return SimilarityHeatmap.of(DrawnFaces.similarities(people, 7)).withFaces(DrawnFaces.of(people))
                .withPeople(people).withTitle("Similarities");
    }

    private static List<String> people(int count, int each) {
        List<String> people = new ArrayList<>();
        for (int face = 0; face < count; face++) {
            people.add("person_%04d".formatted(face / each + 1));
        }
        return people;
    }

    private static FaceSet photos() {
        Point point = new Point(5, 5);
        Detection face = new Detection(new Box(0, 0, 10, 10), 0.99,
                new Landmarks(point, point, point, point, point));
        List<PhotoResult> rows = new ArrayList<>();
        for (String person : TWO) {
            RgbImage photo = DrawnFaces.face(rows.size(), 0);
            rows.add(new PhotoResult(Path.of(person, "1.jpg"), person, 160, 160,
                    FaceOutcome.face(List.of(face), face, photo)));
            rows.add(new PhotoResult(Path.of(person, "none.jpg"), person, 160, 160,
                    FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "no face")));
        }
        return FaceSet.of(rows);
    }

    @Test
    void figureIsSavedInTheFormatThatTheNameEndsWith() throws IOException {
        SimilarityHeatmap heatmap = heatmap(TWO);
        for (String name : List.of("a.png", "new/a.SVG", "a.pdf")) {
            heatmap.save(folder.resolve(name));
        }
        BufferedImage back = ImageIO.read(folder.resolve("a.png").toFile());
        assertThat(RgbImage.of(back)).isEqualTo(RgbImage.of(heatmap.draw()));
        assertThat(Files.readString(folder.resolve("new/a.SVG"))).contains("<svg", "</svg>", "<path", "<image");
        assertThat(Files.readString(folder.resolve("a.pdf"), StandardCharsets.ISO_8859_1)).startsWith("%PDF-")
                .contains("%%EOF");
    }

    @Test
    void lettersOfAVectorFileNeedNoFont() throws IOException {
        heatmap(TWO).save(folder.resolve("a.svg"));
        assertThat(Files.readString(folder.resolve("a.svg"))).doesNotContain("<text", "font-family");
    }

    @Test
    void otherEndingIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> heatmap(TWO).save(folder.resolve("a.jpg")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll(".png, .svg or .pdf", "a.jpg");
    }

    @Test
    void figureSaysWhatItIs() {
        assertThat(heatmap(TWO)).hasToString("similarity heatmap of 2 faces");
    }

    @Test
    void setOfPhotosBringsPicturesPeopleAndFileNamesOfItsFaces() {
        Projection map = new Projection(new double[][] {{0, 0}, {1, 1}}, new double[] {0.5, 0.5});
        for (FaceFigure<?> figure : List.of(heatmap(TWO).withFaces(photos()), CropGrid.of(photos()),
                (FaceFigure<?>) PcaMap.of(map).withFaces(photos()))) {
            assertThat(figure.faces.people()).isEqualTo(TWO);
            assertThat(figure.faces.files()).containsExactly("Ada/1.jpg", "Bo/1.jpg");
            assertThat(figure.faces.pictures()).hasSize(2);
        }
    }

    @Test
    void pictureForAPageIsAtMostSoLarge() {
        BufferedImage small = heatmap(people(30, 3)).draw(700);
        assertThat(Math.max(small.getWidth(), small.getHeight())).isEqualTo(700);
    }

    @Test
    void namesOfNinetyFacesCanBeReadWhereTheFigureIsAThousandPixelsWide() {
        SimilarityHeatmap heatmap = heatmap(people(90, 3));
        double scale = 1000.0 / heatmap.page().size().width;
        List<PlacedText> names = heatmap.layout().texts().stream()
                .filter(text -> text.text().matches("person_\\d+")).toList();
        assertThat(names).hasSize(60).allMatch(name -> name.lettering().font().getSize2D() * scale >= 9);
    }

    @Test
    void cropsOfManyFacesStandInWiderRowsUnderWholeNames() {
        CropGrid grid = CropGrid.of(DrawnFaces.of(people(90, 3))).withPeople(people(90, 3));
        assertThat(grid.layout().crop(8).getY()).isEqualTo(grid.layout().crop(0).getY());
        assertThat(grid.page().size().width).isLessThan(1500);
        assertThat(grid.layout().texts()).extracting(PlacedText::text).containsExactlyElementsOf(people(90, 3));
    }

    @Test
    void namesStandOnTheMapWhereColoursDoNotTellPeopleApart() {
        MapLayout layout = map(60).layout();
        assertThat(layout.legend()).isEmpty();
        assertThat(layout.names()).extracting(PlacedText::text).containsExactlyInAnyOrderElementsOf(people(60, 1));
        assertThat(Overlaps.among(layout.names())).isEmpty();
        assertThat(map(9).layout().names()).isEmpty();
    }

    @Test
    void lineLeadsFromAFaceThatWasMovedToItsPlace() {
        PcaMap map = map(60);
        MapLayout layout = map.layout();
        int moved = IntStream.range(0, 60).boxed().max(Comparator.comparingDouble(face ->
                away(layout, face).distance(layout.anchor(face)))).orElseThrow();
        Point2D anchor = layout.anchor(moved);
        Point2D edge = away(layout, moved);
        assertThat(anchor.distance(edge)).isGreaterThan(4);
        Page page = map.page();
        BufferedImage picture = map.draw();
        int person = PersonColours.of(people(60, 1)).of(people(60, 1).get(moved)).getRGB();
        long coloured = IntStream.range(1, 20).filter(step -> picture.getRGB(
                pixel(page.origin().getX() - layout.bounds().getX(), edge.getX(), anchor.getX(), step / 20.0),
                pixel(page.origin().getY() - layout.bounds().getY(), edge.getY(), anchor.getY(), step / 20.0))
                == person).count();
        assertThat(coloured).as("of 19 places along the line").isGreaterThan(12);
    }

    /** Where the frame of a face is nearest to its place. */
    private static Point2D away(MapLayout layout, int face) {
        Rectangle2D framed = layout.framed(face);
        Point2D anchor = layout.anchor(face);
        return new Point2D.Double(Math.max(framed.getX(), Math.min(framed.getMaxX(), anchor.getX())),
                Math.max(framed.getY(), Math.min(framed.getMaxY(), anchor.getY())));
    }

    private static int pixel(double origin, double from, double to, double share) {
        return (int) ((origin + from + (to - from) * share) * Page.SCALE);
    }

    private static PcaMap map(int count) {
        Random random = new Random(11);
        double[][] points = new double[count][];
        for (int face = 0; face < count; face++) {
            points[face] = new double[] {random.nextGaussian(), random.nextGaussian()};
        }
        return PcaMap.of(new Projection(points, new double[] {0.4, 0.2}))
                .withFaces(DrawnFaces.of(people(count, 1))).withPeople(people(count, 1));
    }
}
