package org.faceunlock.demo.people;

/**
 * What a face does at the moment of the shot.
 *
 * @param smile 0 none to 1 broad; down to -0.5 for a frown
 * @param open 0 closed mouth to 1 wide open
 * @param brow 0 at rest to 1 raised; down to -1 for knitted brows
 * @param eyes openness of the lids, 0 shut, 1 as at rest, at most 1.3
 * @param gazeX where the eyes look, -1 left of the picture to 1 right
 * @param gazeY -1 down to 1 up
 */
public record Expression(double smile, double open, double brow, double eyes, double gazeX, double gazeY) {

    /** A face at rest that looks ahead. */
    public static final Expression NEUTRAL = new Expression(0, 0, 0, 1, 0, 0);

    public Expression {
        if (!(smile >= -0.5 && smile <= 1 && open >= 0 && open <= 1 && Math.abs(brow) <= 1 && eyes >= 0 && eyes <= 1.3
                && Math.abs(gazeX) <= 1 && Math.abs(gazeY) <= 1)) {
            throw new IllegalArgumentException(
                    ("expression: expected smile -0.5..1, open 0..1, brow -1..1, eyes 0..1.3, gaze -1..1, "
                            + "found %s, %s, %s, %s, %s, %s")
                            .formatted(smile, open, brow, eyes, gazeX, gazeY));
        }
    }
}
