package org.faceunlock.demo.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.faceunlock.torch.CheckpointFile;
import org.faceunlock.torch.StateDict;

/**
 * The folder of a training run: the plan it follows and the networks that are trained.
 *
 * @param folder which need not exist yet
 */
record NetworkFolder(Path folder) {

    /**
     * Makes this the folder of a plan.
     *
     * @throws IllegalArgumentException if it is that of another one
     */
    void claim(DetectorPlan plan) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("plan.txt");
        if (!Files.exists(file)) {
            Files.writeString(file, plan + System.lineSeparator());
        } else if (!Files.readString(file).strip().equals(plan.toString())) {
            throw new IllegalArgumentException("folder: expected one for %s, found %s in %s; give another folder or delete it"
                    .formatted(plan, Files.readString(file).strip(), file));
        }
    }

    /** The trained network of a stage; empty when it is not trained yet. */
    Optional<StateDict> read(CascadeStage stage) {
        return Optional.of(file(stage)).filter(Files::exists).map(CheckpointFile::read);
    }

    void write(CascadeStage stage, StateDict states) {
        CheckpointFile.write(states, file(stage));
    }

    private Path file(CascadeStage stage) {
        return folder.resolve(stage.network() + ".pt");
    }
}
