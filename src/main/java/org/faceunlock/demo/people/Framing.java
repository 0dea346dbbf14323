package org.faceunlock.demo.people;

/**
 * Where a face lies in the picture: its true box is placed exactly so.
 *
 * @param centreX centre of the face box, pixels
 * @param centreY centre of the face box, pixels
 * @param faceHeight height of the face box, pixels
 */
public record Framing(double centreX, double centreY, double faceHeight) {

    public Framing {
        if (!(faceHeight >= 4 && faceHeight <= 8000) || Double.isNaN(centreX + centreY)
                || Double.isInfinite(centreX + centreY)) {
            throw new IllegalArgumentException(
                    "framing: expected a finite centre and a face height of 4..8000 pixels, found %s, %s, %s"
                    .formatted(centreX, centreY, faceHeight));
        }
    }
}
