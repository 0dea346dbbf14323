package org.faceunlock.demo.training;

import java.util.List;
import org.faceunlock.demo.people.Pose;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.demo.people.Truth;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.RgbImage;

/**
 * A rendered photo as if taken otherwise, and its truth with it.
 *
 * @param scale of the new photo relative to the old, above 0 and at most 1; shrunk by area average
 * @param mirrored whether left and right change places
 */
record PhotoVariant(double scale, boolean mirrored) {

    PhotoVariant {
        if (!(scale > 0 && scale <= 1)) {
            throw new IllegalArgumentException("scale: expected above 0 and at most 1, found " + scale);
        }
    }

    RenderedPhoto of(RenderedPhoto photo) {
        RgbImage from = photo.image();
        int width = Math.max(1, (int) Math.round(from.width() * scale));
        int height = Math.max(1, (int) Math.round(from.height() * scale));
        double x = width / (double) from.width();
        double y = height / (double) from.height();
        List<Truth> truths = photo.truths().stream().map(truth -> place(truth, x, y, width)).toList();
        return new RenderedPhoto(pixels(from, width, height), truths);
    }

    /** Each new pixel is the mean of the old ones that it touches. */
    private RgbImage pixels(RgbImage from, int width, int height) {
        byte[] old = from.toBytes();
        byte[] values = new byte[3 * width * height];
        for (int row = 0; row < height; row++) {
            int top = row * from.height() / height;
            int bottom = ((row + 1) * from.height() + height - 1) / height;
            for (int column = 0; column < width; column++) {
                int source = mirrored ? width - 1 - column : column;
                int left = source * from.width() / width;
                int right = ((source + 1) * from.width() + width - 1) / width;
                for (int c = 0; c < 3; c++) {
                    values[3 * (row * width + column) + c] = mean(old, 3 * from.width(), c, left, right, top, bottom);
                }
            }
        }
        return RgbImage.of(width, height, values);
    }

    private static byte mean(byte[] values, int stride, int channel, int left, int right, int top, int bottom) {
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += values[y * stride + 3 * x + channel] & 0xff;
            }
        }
        int count = (right - left) * (bottom - top);
        return (byte) ((sum + count / 2) / count);
    }

    private Truth place(Truth truth, double x, double y, int width) {
        Point upper = place(new Point(truth.box().x1(), truth.box().y1()), x, y, width);
        Point lower = place(new Point(truth.box().x2(), truth.box().y2()), x, y, width);
        Box box = new Box(Math.min(upper.x(), lower.x()), upper.y(), Math.max(upper.x(), lower.x()), lower.y());
        List<Point> p = truth.landmarks().points().stream().map(point -> place(point, x, y, width)).toList();
        Landmarks landmarks = mirrored ? new Landmarks(p.get(1), p.get(0), p.get(2), p.get(4), p.get(3))
                : new Landmarks(p.get(0), p.get(1), p.get(2), p.get(3), p.get(4));
        Pose pose = truth.pose();
        return new Truth(truth.identity(), box, landmarks,
                mirrored ? new Pose(-pose.yaw(), pose.pitch(), -pose.roll()) : pose);
    }

    private Point place(Point point, double x, double y, int width) {
        return new Point(mirrored ? width - point.x() * x : point.x() * x, point.y() * y);
    }
}
