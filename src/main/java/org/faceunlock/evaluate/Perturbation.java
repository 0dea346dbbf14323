package org.faceunlock.evaluate;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.AlignedCrop;
import org.faceunlock.image.Crop;
import org.faceunlock.image.CropRecipe;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.RgbImage;

/**
 * Something that happens to a photo and leaves the person the same.
 *
 * @param name what to call it, such as {@code turned by 10 degrees}
 * @param change of a photo and the face that was found in it; what comes out is a new photo
 * @param recipe how the face that was found is cut out of the new photo; empty to look for it anew, and cut it out as
 *     usual
 */
public record Perturbation(
        String name, BiFunction<RgbImage, Detection, RgbImage> change, Optional<CropRecipe> recipe) {

    /** A change of the photo, in which the face is then looked for anew. */
    public Perturbation(String name, BiFunction<RgbImage, Detection, RgbImage> change) {
        this(name, change, Optional.empty());
    }

    private static final Color COVER = new Color(110, 110, 110);

    /** The perturbations that are worth trying, from the mildest of each kind. */
    public static List<Perturbation> usual() {
        List<Perturbation> all = new ArrayList<>();
        all.add(new Perturbation("flipped", (photo, face) -> photo.mirrored()));
        for (int degrees : new int[] {-20, -10, 10, 20}) {
            all.add(ofPicture("turned by " + degrees + " degrees", picture -> drawn(picture.getWidth(),
                    picture.getHeight(), picture, AffineTransform.getRotateInstance(Math.toRadians(degrees),
                            picture.getWidth() / 2.0, picture.getHeight() / 2.0))));
        }
        for (int percent : new int[] {50, 25}) {
            all.add(ofPicture("scaled to " + percent + " %", picture -> drawn(Math.max(1,
                    picture.getWidth() * percent / 100),
                    Math.max(1, picture.getHeight() * percent / 100), picture,
                    AffineTransform.getScaleInstance(percent / 100.0, percent / 100.0))));
        }
        for (int percent : new int[] {50, 75, 133, 200}) {
            all.add(ofLevels("brightness " + percent + " %", level -> level * percent / 100));
        }
        for (int radius : new int[] {1, 3}) {
            all.add(ofPicture("blurred over " + (2 * radius + 1) + " pixels", picture -> blurred(picture, radius)));
        }
        for (int sigma : new int[] {10, 25}) {
            Random random = new Random(sigma);
            all.add(ofLevels("noise of " + sigma + " levels",
                    level -> (int) Math.rint(level + sigma * random.nextGaussian())));
        }
        for (int quality : new int[] {50, 20, 5}) {
            all.add(ofPicture("JPEG quality " + quality, picture -> compressed(picture, quality / 100f)));
        }
        all.add(covered("eyes covered", 0.1, 0.2, 0.9, 0.5));
        all.add(covered("mouth covered", 0.1, 0.65, 0.9, 1));
        all.add(covered("left half covered", 0, 0, 0.5, 1));
        all.add(ofPicture("grey", Perturbation::grey));
        return List.copyOf(all);
    }

    /** The same photo, cut out with less and with more around the face than an embedder's recipe has. */
    public static List<Perturbation> margins(CropRecipe usual) {
        return usual instanceof AlignedCrop
                ? DoubleStream.of(0, 0.125, 0.25, 0.375, 0.5)
                        .mapToObj(padding -> cut("padding " + padding, new AlignedCrop(usual.imageSize(), padding)))
                        .toList()
                : IntStream.rangeClosed(0, 4).mapToObj(step -> 8 * step)
                        .filter(margin -> margin < usual.imageSize())
                        .map(margin -> cut("margin " + margin, Crop.of(usual.imageSize(), margin))).toList();
    }

    private static Perturbation cut(String name, CropRecipe recipe) {
        return new Perturbation(name, (photo, face) -> photo, Optional.of(recipe));
    }

    /** What becomes of a photo in which that face was found. */
    public FaceOutcome apply(RgbImage photo, Detection face, FaceDetector detector) {
        RgbImage changed = change.apply(photo, face);
        return recipe.map(way -> way.cut(changed, face)
                .map(crop -> FaceOutcome.face(List.of(face), face, crop, way))
                .orElseGet(() -> FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "nothing of the face is left")))
                .orElseGet(() -> FaceOutcome.of(changed, detector));
    }

    /** What to do to a picture. */
    @FunctionalInterface
    private interface Picture {
        BufferedImage of(BufferedImage picture);
    }

    private static Perturbation ofPicture(String name, Picture change) {
        return new Perturbation(name, (photo, face) -> RgbImage.of(change.of(photo.toBufferedImage())));
    }

    private static Perturbation ofLevels(String name, IntUnaryOperator change) {
        return ofPicture(name, picture -> {
            BufferedImage changed = blank(picture.getWidth(), picture.getHeight());
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    int colour = picture.getRGB(x, y);
                    int mixed = 0;
                    for (int shift = 16; shift >= 0; shift -= 8) {
                        int level = change.applyAsInt(colour >> shift & 255);
                        mixed |= Math.max(0, Math.min(255, level)) << shift;
                    }
                    changed.setRGB(x, y, mixed);
                }
            }
            return changed;
        });
    }

    /** A grey patch over part of the face's box; the shares are of its width and height. */
    private static Perturbation covered(String name, double left, double top, double right, double bottom) {
        return new Perturbation(name, (photo, face) -> {
            BufferedImage picture = photo.toBufferedImage();
            Box box = face.box();
            Graphics2D graphics = picture.createGraphics();
            graphics.setColor(COVER);
            graphics.fillRect((int) (box.x1() + left * box.width()), (int) (box.y1() + top * box.height()),
                    (int) ((right - left) * box.width()), (int) ((bottom - top) * box.height()));
            graphics.dispose();
            return RgbImage.of(picture);
        });
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage drawn(int width, int height, BufferedImage picture, AffineTransform how) {
        BufferedImage drawn = blank(width, height);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, how, null);
        graphics.dispose();
        return drawn;
    }

    private static BufferedImage blurred(BufferedImage picture, int radius) {
        int side = 2 * radius + 1;
        float[] weights = new float[side * side];
        Arrays.fill(weights, 1f / weights.length);
        BufferedImage rgb = drawn(picture.getWidth(), picture.getHeight(), picture, new AffineTransform());
        return new ConvolveOp(new Kernel(side, side, weights), ConvolveOp.EDGE_NO_OP, null).filter(rgb, null);
    }

    private static BufferedImage grey(BufferedImage picture) {
        BufferedImage grey = blank(picture.getWidth(), picture.getHeight());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y);
                int level = ((colour >> 16 & 255) * 299 + (colour >> 8 & 255) * 587 + (colour & 255) * 114) / 1000;
                grey.setRGB(x, y, level * 0x010101);
            }
        }
        return grey;
    }

    private static BufferedImage compressed(BufferedImage picture, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(drawn(picture.getWidth(), picture.getHeight(), picture,
                    new AffineTransform()), null, null), settings);
            stream.flush();
            return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("a picture in memory could not be compressed", e);
        } finally {
            writer.dispose();
        }
    }
}
