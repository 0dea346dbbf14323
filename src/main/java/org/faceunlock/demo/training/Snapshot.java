package org.faceunlock.demo.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.faceunlock.checkpoint.CheckpointException;
import org.faceunlock.checkpoint.CheckpointFile;
import org.faceunlock.checkpoint.DType;
import org.faceunlock.checkpoint.StateDict;
import org.faceunlock.checkpoint.StateTensor;

/**
 * A training between two steps, as it is kept on disk: one checkpoint file with two entries more, so that all of it is
 * written or nothing.
 *
 * @param plan what is trained and how, in words; a training goes on only under the plan that it began with
 * @param losses of the steps taken
 * @param states what the trainee needs to go on
 */
public record Snapshot(String plan, LossHistory losses, StateDict states) {

    private static final String PLAN = "training.plan";
    private static final String LOSSES = "training.losses";

    /** How many steps were taken. */
    public int steps() {
        return losses.steps();
    }

    /** Writes this snapshot in place of the one before. */
    public void write(Path file) {
        Map<String, StateTensor> tensors = new LinkedHashMap<>();
        byte[] words = plan.getBytes(StandardCharsets.UTF_8);
        tensors.put(PLAN, new StateTensor(DType.UINT8, new int[] {words.length}, ByteBuffer.wrap(words)));
        double[] values = losses.toArray();
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        tensors.put(LOSSES, StateTensor.of(rounded, rounded.length));
        tensors.putAll(states.tensors());
        CheckpointFile.write(new StateDict("snapshot", tensors), file);
    }

    /**
     * Reads a snapshot.
     *
     * @throws CheckpointException if the file is none
     * @throws IllegalArgumentException if it is a checkpoint, but no snapshot
     */
    public static Snapshot read(Path file) {
        StateDict states = CheckpointFile.read(file);
        StateTensor plan = entry(states, PLAN);
        byte[] words = new byte[plan.size()];
        plan.bytes().get(words);
        LossHistory losses = new LossHistory();
        for (float loss : entry(states, LOSSES).toFloats()) {
            losses.add(loss);
        }
        return new Snapshot(new String(words, StandardCharsets.UTF_8), losses, states);
    }

    private static StateTensor entry(StateDict states, String name) {
        return states.find(name).orElseThrow(() -> new IllegalArgumentException(
                "snapshot: expected an entry %s in %s, found none; is this the snapshot of a training?"
                        .formatted(name, states.source())));
    }
}
