package org.faceunlock.detect;

import java.util.Optional;
import org.faceunlock.geometry.Box;
import org.faceunlock.image.PixelRegion;
import org.faceunlock.image.RgbImage;

/**
 * A photo as the networks of the cascade see it, window by window: what they are to be trained on. Immutable, so safe
 * to share between threads.
 *
 * <p>Pixels come out as three planes, red first, standardised to (v - 127.5) / 128, shrunk by the area averages that
 * the cascade itself uses.
 */
public final class StageView {

    /** Side of P-Net's window in pixels of a level. */
    public static final int PROPOSAL_SIDE = Pyramid.WINDOW;

    private final IntegralImage photo;

    private StageView(IntegralImage photo) {
        this.photo = photo;
    }

    public static StageView of(RgbImage photo) {
        return new StageView(IntegralImage.of(photo));
    }

    public int width() {
        return photo.width();
    }

    public int height() {
        return photo.height();
    }

    /**
     * The photo's pixels under a window of P-Net, as the cascade counts them.
     *
     * @param scale of the pyramid's level relative to the photo
     * @param column of the level at which the window begins
     * @param row of the level at which the window begins
     * @return empty when the window does not lie in the level
     */
    public Optional<Box> proposal(double scale, int column, int row) {
        PyramidLevel level = level(scale);
        if (column < 0 || row < 0 || column + PROPOSAL_SIDE > level.width() || row + PROPOSAL_SIDE > level.height()) {
            return Optional.empty();
        }
        float[] edges = new float[4];
        level.place(column, row, edges, 0);
        return Optional.of(new Box(edges[0], edges[1], edges[2], edges[3]));
    }

    /** The pixels of a window of P-Net that lies in the level: {@code [3, 12, 12]}. */
    public float[] proposalPixels(double scale, int column, int row) {
        PyramidLevel level = level(scale);
        float[] pixels = new float[RgbImage.CHANNELS * PROPOSAL_SIDE * PROPOSAL_SIDE];
        photo.average(Cells.of(0, photo.width(), level.width(), column, column + PROPOSAL_SIDE),
                Cells.of(0, photo.height(), level.height(), row, row + PROPOSAL_SIDE), pixels, 0);
        return pixels;
    }

    private PyramidLevel level(double scale) {
        return PyramidLevel.of(photo.width(), photo.height(), scale);
    }

    /**
     * The pixels that R-Net or O-Net gets of a square: {@code [3, side, side]}. What of it lies outside the photo is
     * cut off and the rest stretched.
     *
     * @param side of the network's input in pixels
     * @return empty when the square lies outside the photo
     */
    public Optional<float[]> squarePixels(Box square, int side) {
        float[] edges = {(float) square.x1(), (float) square.y1(), (float) square.x2(), (float) square.y2()};
        Optional<PixelRegion> seen = Candidates.of(edges, new float[1]).pixels(0, photo.width(), photo.height());
        return seen.map(region -> {
            float[] pixels = new float[RgbImage.CHANNELS * side * side];
            photo.average(Cells.of(region.x1(), region.width(), side), Cells.of(region.y1(), region.height(), side),
                    pixels, 0);
            return pixels;
        });
    }

    @Override
    public String toString() {
        return "StageView of a photo of " + width() + " x " + height() + " pixels";
    }
}
