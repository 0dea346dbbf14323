package org.faceunlock;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;
import org.faceunlock.compare.Fingerprint;
import org.faceunlock.compare.ScoreFusion;
import org.faceunlock.compare.StoredTemplate;
import org.faceunlock.compare.Template;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.faceunlock.plot.FigureFile;
import org.faceunlock.plot.FigureFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A process that writes figures, tables, weights and templates is killed at random: each file is old or new. */
class KilledWriterTest {

    private static final int ROWS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void filesOfFiveKilledProcessesAreWhole() throws Exception {
        kill(5, 15);
    }

    @Test
    @Tag("soak")
    void filesOfFiftyKilledProcessesAreWhole() throws Exception {
        kill(50, new Random().nextLong());
    }

    private void kill(int times, long seed) throws Exception {
        Random random = new Random(seed);
        int parts = 0;
        for (int i = 0; i < times; i++) {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), Writer.class.getName(),
                    folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            assertThat(process.inputReader().readLine()).isEqualTo("written once");
            assertThat(process.waitFor(random.nextInt(300), TimeUnit.MILLISECONDS)).as("ended by itself").isFalse();
            process.destroyForcibly().waitFor();
            assertWhole("seed %s, kill %s".formatted(seed, i));
            try (var files = Files.list(folder)) {
                parts = (int) files.filter(file -> file.toString().endsWith(".part")).count();
            }
        }
        System.out.println("KilledWriterTest seed %s: %s kills, every file whole, %s parts left beside them".formatted(
                seed, times, parts));
    }

    private void assertWhole(String when) throws IOException {
        RgbImage picture = PhotoReader.DEFAULT.read(folder.resolve("picture.png"));
        assertThat(picture.value(0, 0, 0)).as(when).isEqualTo(picture.value(399, 399, 0)).isIn(0, 1);
        List<String> lines = Files.readAllLines(folder.resolve("table.csv"));
        assertThat(lines).as(when).hasSize(ROWS + 1);
        assertThat(lines.subList(1, lines.size())).as(when).containsOnly(lines.get(1));
        float[] weights = CheckpointFile.read(folder.resolve("weights.pt")).find("w").orElseThrow().toFloats();
        assertThat(weights).as(when).containsOnly(weights[0]).hasSize(100_000);
        Template template = StoredTemplate.read(folder.resolve("me.template"), file -> new char[0]).template();
        assertThat(template.enrolled().get(0)).as(when).isEqualTo(template.enrolled().get(99));
    }

    /** The other process: writes zeros and ones in turn, for ever. */
    static final class Writer {

        private Writer() {
        }

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[0]);
            for (int i = 0; true; i++) {
                write(folder, i % 2);
                if (i == 0) {
                    System.out.println("written once");
                }
            }
        }

        private static void write(Path folder, int value) throws IOException {
            FigureFolder figures = new FigureFolder(folder);
            BufferedImage picture = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
            int[] pixels = IntStream.generate(() -> value << 16).limit(160_000).toArray();
            picture.setRGB(0, 0, 400, 400, pixels, 0, 400);
            FigureFile.writePng(picture, folder.resolve("picture.png"));
            figures.write(Table.create(IntColumn.create("n", IntStream.range(0, ROWS).map(row -> value))), "table.csv");
            float[] weights = new float[100_000];
            Arrays.fill(weights, value);
            CheckpointFile.write(new StateDict("w", Map.of("w", StateTensor.of(weights, weights.length))),
                    folder.resolve("weights.pt"));
            EmbeddedFace face = EmbeddedFace.of(Path.of("a.jpg"), "me", Embedding.of(1, value));
            new StoredTemplate(Template.of(Embeddings.of(Collections.nCopies(100, face)), ScoreFusion.MEAN),
                    new Fingerprint("d", "e", "c", "s", "p", "f")).write(folder.resolve("me.template"));
        }
    }
}
