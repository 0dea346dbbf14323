package org.faceunlock.demo.people;

import java.util.List;
import org.faceunlock.image.RgbImage;

/**
 * A rendered photo and everything true about it.
 *
 * @param image the photo
 * @param truths one for each person, in the order in which they were given; empty for a photo without people
 */
public record RenderedPhoto(RgbImage image, List<Truth> truths) {

    public RenderedPhoto {
        truths = List.copyOf(truths);
    }
}
