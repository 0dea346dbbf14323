package org.faceunlock.demo.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.checkpoint.DType;
import org.faceunlock.checkpoint.StateDict;

/**
 * The folder of a training run: the plan it follows and the networks that are trained, as float16.
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
            throw new IllegalArgumentException(
                    "folder: expected one for %s, found one for %s; give another folder or remove %s"
                            .formatted(plan, Files.readString(file).strip(), folder));
        }
    }

    boolean has(CascadeStage stage) {
        return Files.exists(file(stage));
    }

    /** A trained network. */
    StateDict read(CascadeStage stage) {
        return CheckpointFile.read(file(stage));
    }

    void write(CascadeStage stage, StateDict states) {
        CheckpointFile.write(states.to(DType.FLOAT16), file(stage));
    }

    /** Where the snapshots of a network's training go. */
    Path snapshot(CascadeStage stage) {
        return folder.resolve(stage.network() + ".snapshot");
    }

    private Path file(CascadeStage stage) {
        return folder.resolve(stage.network() + ".pt");
    }
}
