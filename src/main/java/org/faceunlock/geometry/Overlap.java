package org.faceunlock.geometry;

/**
 * How much two boxes cover each other: 0 when they are apart, 1 when they are the same.
 *
 * <p>Symmetric in its boxes. Two boxes without area have no overlap to speak of, and it is NaN.
 */
public enum Overlap {
    /** IoU, the shared area over the area that both cover together. */
    IOU {
        @Override
        float ratio(float shared, float one, float other) {
            return shared / (one + other - shared);
        }
    },
    /** IoM, the shared area over the smaller area: 1 also when one box contains the other. MTCNN calls it "Min". */
    IOM {
        @Override
        float ratio(float shared, float one, float other) {
            return shared / Math.min(one, other);
        }
    };

    /** The overlap of two boxes in float32, as the reference computes it, from areas in square pixels. */
    abstract float ratio(float shared, float one, float other);

    /** The overlap of two boxes, 0 to 1, whose ends are read in the given way. */
    public double of(Box one, Box other, BoxEnd end) {
        double width = Math.max(0, end.length(Math.max(one.x1(), other.x1()), Math.min(one.x2(), other.x2())));
        double height = Math.max(0, end.length(Math.max(one.y1(), other.y1()), Math.min(one.y2(), other.y2())));
        return ratio((float) (width * height), area(one, end), area(other, end));
    }

    private static float area(Box box, BoxEnd end) {
        return (float) (end.length(box.x1(), box.x2()) * end.length(box.y1(), box.y2()));
    }
}
