package org.faceunlock.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Precision;
import org.faceunlock.embed.Threshold;
import org.faceunlock.evaluate.Engine;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.evaluate.Identification;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.pipeline.EmbeddedPhoto;
import org.faceunlock.pipeline.PhotoPipeline;
import org.faceunlock.pipeline.PipelineSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark on two cores of this machine, held against this process. */
class SparkEngineTest {

    private static final Path FACES = Path.of("faces").toAbsolutePath();
    private static final PipelineSettings SETTINGS = new PipelineSettings("demo", MtcnnSettings.defaults(), false,
            "demo", false, Precision.FLOAT32, 64);

    private static SparkSession spark;
    private static PhotoPipeline networks;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        spark = SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "2").getOrCreate();
        networks = PhotoPipeline.open(SETTINGS);
    }

    @AfterAll
    static void stop() {
        networks.close();
        spark.stop();
    }

    @Test
    void engineIsFoundByItsName() {
        assertThat(Engine.named("spark")).isInstanceOf(SparkEngine.class);
    }

    @Test
    void rowsAreWhatThisProcessComputes() {
        embed(FACES);
        List<EmbeddedPhoto> here = networks.photos(Optional.empty())
                .embed(ImageFolder.of(FACES).photos(), done -> { });
        Map<String, Row> rows = rows();
        assertThat(rows).hasSameSizeAs(here);
        for (EmbeddedPhoto photo : here) {
            Row row = rows.get("file:" + photo.file());
            assertThat(row.<String>getAs("person")).isEqualTo(photo.person());
            assertThat(row.<String>getAs("status")).isEqualTo(photo.status().name());
            assertThat(row.<String>getAs("fingerprint")).isEqualTo(networks.fingerprint());
            assertThat(row.<Double>getAs("probability")).isEqualTo(photo.detection().orElseThrow().probability());
            assertThat(row.<Double>getList(row.fieldIndex("box")).get(2))
                    .isEqualTo(photo.detection().orElseThrow().box().x2());
            assertThat(row.<Double>getList(row.fieldIndex("landmarks"))).hasSize(10)
                    .startsWith(photo.detection().orElseThrow().landmarks().leftEye().x());
            float[] numbers = photo.embedding().orElseThrow().toArray();
            List<Float> found = row.getList(row.fieldIndex("embedding"));
            assertThat(found).hasSize(numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(Math.abs(found.get(i) - numbers[i])).isLessThan(1e-6f);
            }
        }
    }

    @Test
    void brokenPhotoIsARow() throws IOException {
        Files.writeString(folder.resolve("broken.jpg"), "no photo");
        Files.createFile(folder.resolve("empty.png"));
        Files.write(folder.resolve("cut.jpg"), java.util.Arrays.copyOf(Files.readAllBytes(onePhoto()), 2000));
        embed(folder);
        assertThat(rows().values()).hasSize(3).allSatisfy(row -> {
            assertThat(row.<String>getAs("status")).isEqualTo("UNREADABLE");
            assertThat(row.<String>getAs("reason")).isNotBlank();
            assertThat(row.isNullAt(row.fieldIndex("embedding"))).isTrue();
        });
    }

    @Test
    void photosThatHaveARowAreNotComputedAgain() throws IOException {
        Path photos = Files.createDirectory(folder.resolve("photos"));
        Path one = Files.copy(onePhoto(), photos.resolve("one [1] %20.jpg"));
        embed(photos);
        Row before = rows().values().iterator().next();
        Files.writeString(one, "changed: it would be unreadable now");
        Files.copy(onePhoto(), photos.resolve("two.jpg"));
        List<String> told = embed(photos);
        assertThat(told).first().asString().contains("1 photos to embed");
        assertThat(rows()).hasSize(2).containsValue(before);
        assertThat(embed(photos)).first().asString().contains("0 photos to embed");
    }

    @Test
    void severalRoundsMissNoPhoto() {
        List<String> told = new ArrayList<>();
        new SparkEngine(3).embed(SETTINGS, networks.fingerprint(), List.of(FACES.toString()), table(), told::add);
        assertThat(told).last().asString().contains("round 3 of 3");
        assertThat(rows().keySet()).containsExactlyInAnyOrderElementsOf(ImageFolder.of(FACES).photos().stream()
                .map(photo -> "file:" + photo.file()).toList());
    }

    @Test
    void tableOfOtherNetworksIsRefused() {
        embed(FACES);
        assertThatThrownBy(() -> new SparkEngine().embed(SETTINGS, "others", List.of(FACES.toString()), table(),
                line -> { })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("made with others");
    }

    @Test
    void placeWithNothingThereIsRefused() {
        assertThatThrownBy(() -> embed(folder.resolve("nowhere"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("found nothing at");
    }

    @Test
    void everyProbeIsIdentifiedAsHere() {
        embed(FACES);
        List<EmbeddedFace> faces = networks.photos(Optional.empty())
                .embed(ImageFolder.of(FACES).photos(), done -> { }).stream().flatMap(photo -> photo.face().stream())
                .toList();
        Embeddings gallery = Embeddings.of(faces);
        Threshold threshold = networks.embedder().suggestedThreshold();
        String out = folder.resolve("who").toString();
        new SparkEngine().identify(gallery, threshold, 2, networks.fingerprint(), List.of(table()), out, line -> { });
        Identification here = Identification.of(gallery, Fusion.MEAN, threshold);
        Map<String, Row> rows = byPath(spark.read().parquet(out).collectAsList());
        assertThat(rows).hasSameSizeAs(faces);
        for (EmbeddedFace face : faces) {
            Row row = rows.get("file:" + face.file());
            Identification.Identified expected = here.identify(EmbeddedPhoto.of(face));
            assertThat(row.<String>getAs("identity")).isEqualTo(expected.name());
            List<Row> candidates = row.getList(row.fieldIndex("candidates"));
            assertThat(candidates).hasSizeLessThanOrEqualTo(2);
            assertThat(candidates.get(0).getString(0)).isEqualTo(expected.candidates().get(0).person());
            assertThat(candidates.get(0).getDouble(1))
                    .isCloseTo(expected.candidates().get(0).similarity(), org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    private static Path onePhoto() {
        return ImageFolder.of(FACES).photos().get(0).file();
    }

    private List<String> embed(Path place) {
        List<String> told = new ArrayList<>();
        new SparkEngine().embed(SETTINGS, networks.fingerprint(), List.of(place.toString()), table(), told::add);
        return told;
    }

    private String table() {
        return folder.resolve("table").toString();
    }

    private Map<String, Row> rows() {
        return byPath(spark.read().parquet(table()).collectAsList());
    }

    private static Map<String, Row> byPath(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.getAs("path"), Function.identity()));
    }
}
