package org.faceunlock.demo.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.faceunlock.checkpoint.StateDict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbedderTrainerTest {

    private static final EmbedderPlan PLAN = new EmbedderPlan(0.05, 3, 4, 1e-3, true, 5);

    @TempDir
    private Path folder;

    @Test
    void aCourseThatWasStoppedEndsWhereOneWithoutAStopEnds() {
        StateDict whole = course().take(folder.resolve("whole"), TrainingListener.SILENT).states();
        Path file = folder.resolve("stopped");
        TrainingListener stop = (stage, done, total, note) -> {
            if (done == 2) {
                throw new Stopped();
            }
        };
        saveAfterEachStep(file, stop);
        assertThat(Snapshot.read(file).steps()).isEqualTo(2);
        StateDict resumed = course().take(file, TrainingListener.SILENT).states();
        for (String name : whole.names()) {
            assertThat(resumed.find(name).orElseThrow().toFloats()).as(name)
                    .usingComparatorWithPrecision(1e-4f).containsExactly(whole.find(name).orElseThrow().toFloats());
        }
    }

    /** As the course does it, but for the time between two snapshots. */
    private static void saveAfterEachStep(Path file, TrainingListener stop) {
        try (EmbedderRounds learner = EmbedderRounds.begin(PLAN, new Patterns(), new InitialParameters(5))) {
            LossHistory losses = new LossHistory();
            String words = course().describe();
            assertThatExceptionOfType(Stopped.class).isThrownBy(() -> {
                for (int step = 0; step < PLAN.steps(); step++) {
                    losses.add(learner.step(step));
                    new Snapshot(words, losses, learner.snapshot()).write(file);
                    stop.after("training", step + 1, PLAN.steps(), "");
                }
            });
        }
    }

    /** Else a training would go on with other crops than it began with. */
    @Test
    void aCourseIsKnownByTheNumberOfItsCropsToo() {
        assertThat(course().describe()).contains("8 crops of 2 people");
    }

    private static EmbedderTrainer course() {
        return new EmbedderTrainer(PLAN, new Patterns(), new InitialParameters(5), "patterns");
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Two people of noise. */
    private static final class Patterns implements CropSource {

        @Override
        public int people() {
            return 2;
        }

        @Override
        public int photos(int person) {
            return 4;
        }

        @Override
        public byte[] crop(int person, int photo) {
            byte[] bytes = new byte[BYTES];
            new SplittableRandom(person).nextBytes(bytes);
            bytes[0] = (byte) photo;
            return bytes;
        }
    }
}
