package org.faceunlock.notebook.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Threshold;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.faceunlock.plot.CropGrid;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DisplayTest {
    private final Renderings renderings = FaceDisplays.register(new Renderings());

    @Test
    void aPictureComesBackPixelForPixel() throws Exception {
        BufferedImage picture = new BufferedImage(31, 17, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 31 * 17; i++) {
            picture.setRGB(i % 31, i / 31, i * 7919);
        }
        String png = renderings.render(picture).textOf(MimeBundle.PNG).orElseThrow();
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        assertThat(RgbImage.of(back)).isEqualTo(RgbImage.of(picture));
    }

    @Test
    void aTransparentPictureIsAPngToo() throws Exception {
        BufferedImage picture = new BufferedImage(3, 3, BufferedImage.TYPE_INT_ARGB);
        String png = renderings.render(picture).textOf(MimeBundle.PNG).orElseThrow();
        BufferedImage back = ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(png)));
        assertThat(back.getRGB(1, 1) >>> 24).isZero();
    }

    @Test
    void aTableIsEscapedHtmlAndPlainText() {
        Table table = Table.create("people", StringColumn.create("<name>", "a<b>&\"c'"),
                IntColumn.create("n", new int[] {3}));
        MimeBundle bundle = renderings.render(table);
        assertThat(bundle.asHtml()).contains("&lt;name&gt;", "a&lt;b&gt;&amp;&quot;c&#39;", "text-align:right")
                .doesNotContain("<b>");
        assertThat(bundle.plain()).contains("a<b>");
    }

    @Test
    void fractionsAreShownToFourDigitsAndTinyOnesNotAsZero() {
        Table table = Table.create("t", DoubleColumn.create("v", 198.98772345, 0.5, 1.2e-9, Double.NaN));
        assertThat(renderings.render(table).asHtml()).contains(">198.9877<", ">0.5<", ">1.2e-09<", "\"><");
    }

    @Test
    void aLongTableIsCutAloud() {
        Table table = Table.create("t", IntColumn.indexColumn("n", TableHtml.MOST_ROWS + 5, 0));
        assertThat(renderings.render(table).asHtml()).contains("<p>5 more rows are not shown.</p>");
    }

    @Test
    void aChartIsAPicture() {
        XYChart chart = new XYChartBuilder().width(200).height(150).build();
        chart.addSeries("a", new double[] {1, 2}, new double[] {3, 4});
        assertThat(renderings.render(chart).forms()).containsKey(MimeBundle.PNG);
    }

    @Test
    void aValueOfNoKnownTypeIsItsText() {
        assertThat(renderings.render(42)).isEqualTo(MimeBundle.text("42"));
        assertThat(renderings.render(null)).isEqualTo(MimeBundle.text("null"));
    }

    @Test
    void aRenderingThatFailsLeavesTextAndReason() {
        renderings.register(StringBuilder.class, value -> {
            throw new IllegalStateException("broken");
        });
        assertThat(renderings.render(new StringBuilder("text")).plain()).contains("text", "broken");
    }

    @Test
    void aBundleWithoutPlainTextIsTurnedDown() {
        assertThatThrownBy(() -> new MimeBundle(Map.of(MimeBundle.HTML, "<b>x</b>")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("text/plain");
    }

    @Test
    void figureIsAPngOfAtMostTheWidthOfAPage() throws Exception {
        MimeBundle bundle = renderings.render(CropGrid.of(Collections.nCopies(90, RgbImage.of(1, 1, new byte[3]))));
        byte[] png = Base64.getDecoder().decode(bundle.textOf(MimeBundle.PNG).orElseThrow());
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isBetween(900, 1200);
        assertThat(bundle.plain()).isEqualTo("grid of 90 faces");
    }

    @Test
    void cardOfAnUploadedPhotoShowsThePhotoAndItsName() {
        Point point = new Point(1, 1);
        Detection face = new Detection(new Box(0, 0, 2, 2), 1, new Landmarks(point, point, point, point, point));
        FaceOutcome found = FaceOutcome.face(List.of(face), face, RgbImage.of(1, 1, new byte[3]));
        FaceUnlock unlock = FaceUnlock.using(photo -> found, crops -> List.of(Embedding.of(1, 0)))
                .enrol(FaceSet.of(List.of(new PhotoResult(Path.of("me/none.jpg"), "me", 2, 2, found))),
                        Threshold.cosine(0.8));
        byte[] file = Png.bytes(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB));
        MimeBundle card = renderings.render(unlock.attempt(file, "a<b>.png"));
        assertThat(card.asHtml()).contains("<img alt=\"a&lt;b&gt;.png\" src=", "<img alt=\"open padlock\"",
                "<br/>a&lt;b&gt;.png<br/>").containsOnlyOnce("similarity");
        assertThat(card.plain()).isEqualTo("UNLOCKED a<b>.png: similarity 1.000 is 0.200 above the threshold 0.8");
    }
}
