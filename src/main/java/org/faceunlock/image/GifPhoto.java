package org.faceunlock.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.faceunlock.image.UnreadablePhotoException.Kind;

/**
 * The first frame of a GIF, at its place on the canvas; the rest of the canvas, and what is transparent, is white.
 *
 * <p>After the GIF89a specification.
 */
record GifPhoto(byte[] file, int width, int height, int left, int top) implements EncodedPhoto {

    private static final int HEADER = 13;
    private static final int FRAME = 0x2c;
    private static final int EXTENSION = 0x21;

    static GifPhoto of(byte[] file, PixelLimit limit) {
        try {
            return walk(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), limit);
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadablePhotoException(Kind.TRUNCATED,
                    "the GIF file ends before its picture does; copy or download it again", e);
        }
    }

    private static GifPhoto walk(ByteBuffer gif, PixelLimit limit) {
        int at = HEADER + paletteBytes(gif.get(10));
        while (gif.get(at) == EXTENSION) {
            at = afterSubBlocks(gif, at + 2);
        }
        if (gif.get(at) != FRAME) {
            throw new UnreadablePhotoException(Kind.BROKEN, "the GIF file has no picture in it; use another copy");
        }
        int frameWidth = Short.toUnsignedInt(gif.getShort(at + 5));
        int frameHeight = Short.toUnsignedInt(gif.getShort(at + 7));
        limit.check(frameWidth, frameHeight);
        int width = Short.toUnsignedInt(gif.getShort(6));
        int height = Short.toUnsignedInt(gif.getShort(8));
        boolean noCanvas = width == 0 || height == 0;
        if (!noCanvas) {
            limit.check(width, height);
        }
        afterSubBlocks(gif, at + 11 + paletteBytes(gif.get(at + 9)));
        int left = noCanvas ? 0 : Short.toUnsignedInt(gif.getShort(at + 1));
        int top = noCanvas ? 0 : Short.toUnsignedInt(gif.getShort(at + 3));
        return new GifPhoto(gif.array(), noCanvas ? frameWidth : width, noCanvas ? frameHeight : height, left, top);
    }

    private static int paletteBytes(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
    }

    private static int afterSubBlocks(ByteBuffer gif, int from) {
        int at = from;
        while (gif.get(at) != 0) {
            at += 1 + Byte.toUnsignedInt(gif.get(at));
        }
        return at + 1;
    }

    @Override
    public Orientation orientation() {
        return Orientation.UPRIGHT;
    }

    @Override
    public RgbImage decode() throws IOException {
        BufferedImage frame = ImageIoCodec.GIF.picture(file);
        if (left == 0 && top == 0 && frame.getWidth() == width && frame.getHeight() == height) {
            return RgbImage.of(frame);
        }
        BufferedImage canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(RgbImage.of(frame).toBufferedImage(), left, top, null);
        pen.dispose();
        return RgbImage.of(canvas);
    }
}
