package org.faceunlock.image;

import java.util.Optional;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;

/**
 * How a face is cut out of a photo: a square of {@code imageSize} pixels, {@code margin} of which are not box.
 * Thread-safe.
 *
 * <p>The margin is counted in pixels of the result, half of it on each side, so the box is widened by
 * {@code margin * side / (imageSize - margin)} photo pixels along each side, clipped to the photo and cut down to whole
 * pixels. The region is then stretched to the square; its proportions are not kept.
 *
 * <p>After {@code extract_face} of facenet-pytorch 787da06 (models/utils/detect_face.py) on a PIL image; its arithmetic
 * is in single precision, and so is this.
 *
 * @param imageSize side of the crop in pixels, at least 1
 * @param margin in pixels of the crop, both sides together; at least 0 and less than {@code imageSize}
 */
public record Crop(int imageSize, int margin) implements CropRecipe {

    /** The crop of the article: 160 pixels, 18 of them margin. */
    public static final Crop DEFAULT = new Crop(160, 18);

    public Crop {
        if (imageSize < 1) {
            throw new IllegalArgumentException("imageSize: expected at least 1 pixel, found " + imageSize);
        }
        if (margin < 0 || margin >= imageSize) {
            throw new IllegalArgumentException("margin: expected 0 to %s pixels (less than the image size), found %s"
                    .formatted(imageSize - 1, margin));
        }
    }

    /** Crops of another size or margin than {@link #DEFAULT}. */
    public static Crop of(int imageSize, int margin) {
        return new Crop(imageSize, margin);
    }

    /**
     * The pixels of a photo that would be cut out.
     *
     * @param width of the photo in pixels
     * @param height of the photo in pixels
     * @return empty when no whole pixel of the photo is left, as for a box outside it
     */
    public Optional<PixelRegion> region(int width, int height, Box box) {
        float across = widening((float) box.x1(), (float) box.x2());
        float down = widening((float) box.y1(), (float) box.y2());
        int x1 = (int) Math.max((float) box.x1() - across, 0);
        int y1 = (int) Math.max((float) box.y1() - down, 0);
        int x2 = (int) Math.min((float) box.x2() + across, width);
        int y2 = (int) Math.min((float) box.y2() + down, height);
        return x1 < x2 && y1 < y2 ? Optional.of(new PixelRegion(x1, y1, x2, y2)) : Optional.empty();
    }

    private float widening(float from, float to) {
        return margin * (to - from) / (imageSize - margin) / 2;
    }

    /** Cuts a box out of a photo; empty exactly when {@link #region} is. */
    public Optional<RgbImage> cut(RgbImage photo, Box box) {
        return region(photo.width(), photo.height(), box)
                .map(region -> PillowBilinear.resize(photo, region, imageSize, imageSize));
    }

    @Override
    public Optional<RgbImage> cut(RgbImage photo, Detection face) {
        return cut(photo, face.box());
    }

    @Override
    public boolean accepts(CropRecipe other) {
        return other instanceof Crop box && box.imageSize == imageSize;
    }

    @Override
    public String describe() {
        return "box, margin %s, squeezed to %s x %2$s".formatted(margin, imageSize);
    }
}
