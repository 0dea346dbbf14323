package org.faceunlock.demo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.cli.ProgramRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainDetectorCommandTest {

    @TempDir
    private Path folder;

    @Test
    void threeNetworksAndTheirCurvesAreWritten() throws IOException {
        ProgramRun run = train("--pictures", "10", "--steps", "1", "--landmark-steps", "1");
        assertThat(run.code()).as(run.err()).isZero();
        for (String network : new String[] {"pnet", "rnet", "onet"}) {
            assertThat(run.out()).contains(folder.resolve(network + ".pt").toString());
            assertThat(CheckpointFile.read(folder.resolve(network + ".pt")).names()).contains("conv1.weight");
            assertThat(ImageIO.read(folder.resolve(network + ".loss.png").toFile())).isNotNull();
        }
        assertThat(run.err()).contains("rendering: 10 of 10").contains("training onet: 1 of 1 loss");
    }

    @Test
    void tooFewPicturesAreMisuse() throws IOException {
        ProgramRun run = train("--pictures", "9");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("expected 10 to 1000000 pictures").contains("found 9");
    }

    private ProgramRun train(String... options) throws IOException {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"train", "detector", "--out", folder.toString()}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return ProgramRun.of(Map.of("FACE_UNLOCK_HOME", folder.toString()), arguments);
    }
}
