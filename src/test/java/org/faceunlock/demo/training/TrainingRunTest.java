package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingRunTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheSnapshot() {
        file = folder.resolve("run.snapshot");
    }

    @Test
    void aResumedRunTakesTheStepsThatWereLeftAndKeepsAllLosses() {
        TrainingRun.begin("sums", 4, file).finish("training", new Sum(0), TrainingListener.SILENT);
        Snapshot saved = Snapshot.read(file);
        Sum resumed = new Sum(saved.states().find("sum").orElseThrow().toFloats()[0]);
        LossHistory losses = TrainingRun.resume("sums", 9, file, saved)
                .finish("training", resumed, TrainingListener.SILENT);
        Sum whole = new Sum(0);
        LossHistory expected = TrainingRun.begin("sums", 9, folder.resolve("whole"))
                .finish("training", whole, TrainingListener.SILENT);
        assertThat(resumed.sum).isEqualTo(whole.sum);
        assertThat(losses.toArray()).containsExactly(expected.toArray());
    }

    @Test
    void theSnapshotOfAnotherPlanIsRefusedAndBothAreNamed() {
        TrainingRun.begin("sums", 2, file).finish("training", new Sum(0), TrainingListener.SILENT);
        Snapshot saved = Snapshot.read(file);
        assertThatIllegalArgumentException().isThrownBy(() -> TrainingRun.resume("products", 2, file, saved))
                .withMessageContaining("sums").withMessageContaining("products").withMessageContaining(file.toString());
    }

    @Test
    void aLossThatIsNoNumberStopsTheRunBeforeItIsSaved() {
        TrainableNetwork broken = new Sum(Float.NaN);
        assertThatIllegalStateException().isThrownBy(() ->
                TrainingRun.begin("sums", 1, file).finish("training", broken, TrainingListener.SILENT));
        assertThat(file).doesNotExist();
    }

    @Test
    void theListenerHearsOfEveryStepInOrder() {
        List<Integer> heard = new ArrayList<>();
        TrainingRun.begin("sums", 5, file).finish("training", new Sum(0), (stage, done, total, note) ->
                heard.add(done));
        assertThat(heard).containsExactly(1, 2, 3, 4, 5);
    }

    /** Adds up the numbers of its steps; its loss is the sum. */
    private static final class Sum implements TrainableNetwork {

        private float sum;

        Sum(float start) {
            sum = start;
        }

        @Override
        public double step(int step) {
            sum += step;
            return sum;
        }

        @Override
        public StateDict snapshot() {
            return new StateDict("sum", Map.of("sum", StateTensor.of(new float[] {sum})));
        }
    }
}
