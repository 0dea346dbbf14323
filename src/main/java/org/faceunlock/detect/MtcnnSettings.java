package org.faceunlock.detect;

import java.io.Serializable;

/**
 * What {@link Mtcnn} looks for and what it makes of what it finds.
 *
 * <p>The defaults are those of facenet-pytorch 787da06 ({@code models/mtcnn.py}), but for the margin: 18, as in the
 * article "Face Unlock with 2D Data", where the reference has 0.
 *
 * @param imageSize side of a crop in pixels, at least 1; 160 is what the embedder expects
 * @param margin pixels of the crop, both sides together, that lie outside the box; 0 to less than {@code imageSize}
 * @param minimumFaceSize side of the smallest face to look for in pixels, at least 1; time is as its inverse square
 * @param proposalThreshold P-Net probability, 0 to 1, from which a window is a candidate; a tie is one
 * @param refineThreshold R-Net probability, 0 to 1, above which a candidate stays; a tie does not
 * @param outputThreshold O-Net probability, 0 to 1, above which a candidate is a face; a tie is none
 * @param factor size of each pyramid level relative to the one before, above 0 and at most 0.99
 * @param policy which face counts when a photo has several, and the order of detections
 */
public record MtcnnSettings(
        int imageSize,
        int margin,
        double minimumFaceSize,
        double proposalThreshold,
        double refineThreshold,
        double outputThreshold,
        double factor,
        FacePolicy policy) implements Serializable {

    private static final MtcnnSettings DEFAULTS =
            new MtcnnSettings(160, 18, 20, 0.6, 0.7, 0.7, 0.709, FacePolicy.LARGEST);

    public MtcnnSettings {
        require(imageSize >= 1, "imageSize", "at least 1 pixel", imageSize);
        require(margin >= 0 && margin < imageSize, "margin", "0 to less than the image size " + imageSize, margin);
        require(minimumFaceSize >= 1 && minimumFaceSize < Double.POSITIVE_INFINITY,
                "minimumFaceSize", "a side of at least 1 pixel", minimumFaceSize);
        requireProbability("proposalThreshold", proposalThreshold);
        requireProbability("refineThreshold", refineThreshold);
        requireProbability("outputThreshold", outputThreshold);
        require(factor > 0 && factor <= 0.99, "factor", "above 0 and at most 0.99, so that levels shrink", factor);
        if (policy == null) {
            throw new IllegalArgumentException("policy: expected one of FacePolicy, found null");
        }
    }

    private static void requireProbability(String name, double value) {
        require(value >= 0 && value <= 1, name, "a probability from 0 to 1", value);
    }

    private static void require(boolean holds, String name, String expected, Number found) {
        if (!holds) {
            throw new IllegalArgumentException("%s: expected %s, found %s".formatted(name, expected, found));
        }
    }

    /** Crops of 160 pixels, 18 of them margin; the largest face of at least 20 pixels. */
    public static MtcnnSettings defaults() {
        return DEFAULTS;
    }

    public MtcnnSettings withImageSize(int pixels) {
        return new MtcnnSettings(pixels, margin, minimumFaceSize,
                proposalThreshold, refineThreshold, outputThreshold, factor, policy);
    }

    public MtcnnSettings withMargin(int pixels) {
        return new MtcnnSettings(imageSize, pixels, minimumFaceSize,
                proposalThreshold, refineThreshold, outputThreshold, factor, policy);
    }

    public MtcnnSettings withMinimumFaceSize(double pixels) {
        return new MtcnnSettings(imageSize, margin, pixels,
                proposalThreshold, refineThreshold, outputThreshold, factor, policy);
    }

    /** Other thresholds for P-Net, R-Net and O-Net. */
    public MtcnnSettings withThresholds(double proposal, double refine, double output) {
        return new MtcnnSettings(imageSize, margin, minimumFaceSize, proposal, refine, output, factor, policy);
    }

    public MtcnnSettings withFactor(double ratio) {
        return new MtcnnSettings(imageSize, margin, minimumFaceSize,
                proposalThreshold, refineThreshold, outputThreshold, ratio, policy);
    }

    public MtcnnSettings withPolicy(FacePolicy choice) {
        return new MtcnnSettings(imageSize, margin, minimumFaceSize,
                proposalThreshold, refineThreshold, outputThreshold, factor, choice);
    }
}
