package org.faceunlock.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;

/**
 * How fit a face is to be compared, by four plain measures; nothing is dropped for them. Outside a range a measure is
 * poor, and {@link #faults} names it.
 *
 * @param size shorter side of the box in pixels of the photo; good from {@value #LEAST_SIZE} on, for a smaller one has
 *     to be enlarged
 * @param sharpness mean square of the Laplacian of the crop's grey values, 0 and up; good from
 *     {@value #LEAST_SHARPNESS} on
 * @param brightness mean grey value of the crop's middle, 0 to 255; good from {@value #LEAST_BRIGHTNESS} to
 *     {@value #MOST_BRIGHTNESS}
 * @param turn how far the head is turned to a side: the nose's distance from the middle of the eyes along their line,
 *     as a share of the distance between the eyes; -1 to 1 or so, good up to {@value #MOST_TURN} either way
 */
public record FaceQuality(double size, double sharpness, double brightness, double turn) {

    static final double LEAST_SIZE = 60;
    static final double LEAST_SHARPNESS = 20;
    static final double LEAST_BRIGHTNESS = 50;
    static final double MOST_BRIGHTNESS = 215;
    static final double MOST_TURN = 0.35;

    /** What a face and its crop measure. */
    public static FaceQuality of(Detection face, RgbImage crop) {
        Box box = face.box();
        double[][] grey = grey(crop);
        return new FaceQuality(Math.min(box.x2() - box.x1(), box.y2() - box.y1()), sharpness(grey), brightness(grey),
                turn(face.landmarks()));
    }

    /** Which measures are poor, in words; empty for a face that is good. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (size < LEAST_SIZE) {
            faults.add(String.format(Locale.ROOT, "small (%.0f pixels)", size));
        }
        if (sharpness < LEAST_SHARPNESS) {
            faults.add("blurred");
        }
        if (brightness < LEAST_BRIGHTNESS) {
            faults.add("dark");
        }
        if (brightness > MOST_BRIGHTNESS) {
            faults.add("bright");
        }
        if (Math.abs(turn) > MOST_TURN) {
            faults.add("turned to a side");
        }
        return faults;
    }

    /** The faults in a line, or "good". */
    public String describe() {
        return faults().isEmpty() ? "good" : String.join(", ", faults());
    }

    private static double[][] grey(RgbImage crop) {
        double[][] grey = new double[crop.height()][crop.width()];
        for (int y = 0; y < crop.height(); y++) {
            for (int x = 0; x < crop.width(); x++) {
                grey[y][x] = 0.299 * crop.value(x, y, 0) + 0.587 * crop.value(x, y, 1) + 0.114 * crop.value(x, y, 2);
            }
        }
        return grey;
    }

    private static double sharpness(double[][] grey) {
        double sum = 0;
        int count = 0;
        for (int y = 1; y < grey.length - 1; y++) {
            for (int x = 1; x < grey[y].length - 1; x++) {
                double laplacian = grey[y - 1][x] + grey[y + 1][x] + grey[y][x - 1] + grey[y][x + 1] - 4 * grey[y][x];
                sum += laplacian * laplacian;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double brightness(double[][] grey) {
        double sum = 0;
        int count = 0;
        for (int y = grey.length / 4; y < grey.length - grey.length / 4; y++) {
            for (int x = grey[y].length / 4; x < grey[y].length - grey[y].length / 4; x++) {
                sum += grey[y][x];
                count++;
            }
        }
        return sum / count;
    }

    private static double turn(Landmarks face) {
        double across = face.rightEye().x() - face.leftEye().x();
        double down = face.rightEye().y() - face.leftEye().y();
        double squared = across * across + down * down;
        double x = face.nose().x() - (face.leftEye().x() + face.rightEye().x()) / 2;
        double y = face.nose().y() - (face.leftEye().y() + face.rightEye().y()) / 2;
        return squared > 0 ? (x * across + y * down) / squared : 0;
    }
}
