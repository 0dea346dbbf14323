package org.faceunlock.pipeline;

import java.io.Serializable;
import java.util.function.UnaryOperator;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.Precision;

/**
 * All that it takes to open the same pair of networks elsewhere, where the same weights lie.
 *
 * @param detector weights that find faces, as {@code Mtcnn.load} takes them
 * @param detection what to look for
 * @param turning whether photos in which nothing is found are turned
 * @param embedder weights that embed, as {@code FaceEmbedder.load} takes them
 * @param aligned whether faces are turned upright also for embedders that were trained on boxes
 * @param precision the numbers that the embedder computes in
 * @param maximumMegapixels the most pixels of a photo, in millions
 */
public record PipelineSettings(String detector, MtcnnSettings detection, boolean turning, String embedder,
        boolean aligned, Precision precision, int maximumMegapixels) implements Serializable {

    /** The same with other choices of weights. */
    public PipelineSettings choosing(UnaryOperator<String> choice) {
        return new PipelineSettings(choice.apply(detector), detection, turning, choice.apply(embedder), aligned,
                precision, maximumMegapixels);
    }

    /** The same with another embedder, used as it is meant. */
    public PipelineSettings embedding(String model) {
        return new PipelineSettings(detector, detection, turning, model, false, Precision.FLOAT32,
                maximumMegapixels);
    }
}
