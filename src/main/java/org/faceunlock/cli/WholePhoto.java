package org.faceunlock.cli;

import java.util.List;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.Crop;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.RgbImage;

/**
 * Takes a photo to be the crop of a face already: its box is the whole photo, its landmarks are not known (NaN).
 *
 * @param recipe by which it is said to have been cut out; a photo of its size stays as it is, pixel by pixel
 */
record WholePhoto(CropRecipe recipe) implements FaceDetector {

    private static final Point UNKNOWN = new Point(Double.NaN, Double.NaN);

    @Override
    public FaceOutcome find(RgbImage photo) {
        Box all = new Box(0, 0, photo.width(), photo.height());
        Detection face = new Detection(all, 1, new Landmarks(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN));
        return FaceOutcome.face(List.of(face), face, Crop.of(recipe.imageSize(), 0).cut(photo, all).orElseThrow(),
                recipe);
    }
}
