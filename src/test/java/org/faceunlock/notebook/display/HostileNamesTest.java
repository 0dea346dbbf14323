package org.faceunlock.notebook.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.EvaluationFaces;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.evaluate.ThresholdRule;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.Crop;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.faceunlock.plot.FigureFile;
import org.faceunlock.plot.ThresholdPage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Names of files and people, reasons and cells of a CSV file that try to be HTML: whatever they are, the tags and
 * attributes on the page are those that a harmless name gives.
 */
class HostileNamesTest {

    private static final Pattern TAG =
            Pattern.compile("<(/?[A-Za-z][\\w-]*)((?:\\s+[\\w:-]+(?:=\"[^\"<>]*\")?)*)\\s*/?>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s([\\w:-]+)(?:=\"[^\"<>]*\")?");

    private final Renderings renderings = FaceDisplays.register(new Renderings());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)<\u2215script>", "<img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)' autofocus='", "--><svg onload=alert(1)>", "]]><b>", "&lt;script&gt;alert(1)",
        "</td></table><b>",
        "\"><iframe srcdoc=\"<script>parent.alert(1)\">", "javascript:alert(1)", "`${alert(1)}`", "\u2028<b>\u202E",
        "a\u0000<b>", "{{constructor.constructor('alert(1)')()}}", "$$\\href{javascript:alert(1)}{x}$$"})
    void aHostileNameAddsNoTagAndNoAttribute(String name) throws IOException {
        List<String> harmless = structures("harmless");
        assertThat(structures(name)).isEqualTo(harmless);
        assertThat(harmless).as("tags looked at").hasSizeGreaterThan(100);
    }

    /** Tags and names of attributes of everything that shows a name, in order. */
    private List<String> structures(String name) throws IOException {
        List<String> found = new ArrayList<>();
        for (Object value : values(name)) {
            String html = renderings.render(value).asHtml();
            Matcher tag = TAG.matcher(html);
            int end = 0;
            while (tag.find()) {
                assertThat(html.substring(end, tag.start())).as("text between tags").doesNotContain("<", "\"", "'");
                end = tag.end();
                StringBuilder structure = new StringBuilder(tag.group(1));
                Matcher attribute = ATTRIBUTE.matcher(tag.group(2));
                while (attribute.find()) {
                    structure.append(' ').append(attribute.group(1));
                }
                found.add(structure.toString());
            }
            assertThat(html.substring(end)).doesNotContain("<");
        }
        return found;
    }

    private List<Object> values(String name) throws IOException {
        RgbImage pixel = RgbImage.of(8, 8, new byte[8 * 8 * 3]);
        Path file = folder.resolve(name.replaceAll("[/\0]", "_") + ".png");
        FigureFile.writeCrop(pixel, Crop.DEFAULT, file);
        Point point = new Point(1, 1);
        Detection face = new Detection(new Box(0, 0, 8, 8), 1, new Landmarks(point, point, point, point, point));
        PhotoResult found = new PhotoResult(file, name, 8, 8, FaceOutcome.face(List.of(face), face, pixel));
        PhotoResult broken = new PhotoResult(folder.resolve(name.replaceAll("[/\0]", "_") + ".jpg"), name, 0, 0,
                FaceOutcome.without(FaceStatus.UNREADABLE, List.of(), name));
        Embeddings embeddings = Embeddings.of(List.of(new EmbeddedFace(file, name, name, Embedding.of(1, 0)),
                new EmbeddedFace(file, name, name + "2", Embedding.of(0, 1))));
        FaceUnlock unlock = FaceUnlock.using(photo -> found.outcome(), crops -> List.of(Embedding.of(1, 0)))
                .enrol(embeddings, Threshold.cosine(0.5));
        Decision open = unlock.attempt(file);
        Decision locked = unlock.attempt(broken);
        List<Object> values = new ArrayList<>(List.of(found, broken, FaceSet.of(List.of(found, broken)),
                SimilarityMatrix.of(embeddings), open, locked, name,
                Table.create(name, StringColumn.create(name, name, name + name)), new IllegalStateException(name)));
        values.add(ThresholdPage.of(EvaluationFaces.of(Embeddings.of(IntStream.range(0, 6).mapToObj(i ->
                new EmbeddedFace(file, name + i / 2, name, Embedding.of(1, i % 3))).toList()),
                Embeddings.of(List.of())), Fusion.MEAN, ThresholdRule.equalError(), 1));
        StringWriter csv = new StringWriter();
        Table.create("t", StringColumn.create("a", name, "b")).write().csv(csv);
        values.add(Table.read().csv(new StringReader(csv.toString())));
        Files.deleteIfExists(file);
        return values;
    }
}
