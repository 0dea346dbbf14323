package org.faceunlock.plot;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.faceunlock.compare.Decision;
import org.faceunlock.detect.MtcnnTrace.ScoredBox;
import org.faceunlock.detect.StageView;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.UnreadablePhotoException;

/**
 * A picture of face crops in rows, each with its person and its file beneath; the more crops, the longer the rows.
 *
 * <p>Crops that were standardised for a network are turned back with {@link StandardisedPicture} first.
 */
public final class CropGrid extends FaceFigure<CropGrid> {

    private final int columns;

    private CropGrid(Faces faces, int columns, String title, String caption) {
        super("grid", faces, title, caption);
        this.columns = columns;
    }

    /** A grid of these crops, at least one; each shows its middle square. */
    public static CropGrid of(List<RgbImage> crops) {
        if (crops.isEmpty()) {
            throw new IllegalArgumentException("crops: expected at least one, found none; was a face detected at all?");
        }
        return new CropGrid(Faces.unknown(crops.size()).withPictures(crops), GridLayout.columns(crops.size()), "", "");
    }

    /** A grid of the faces of these photos, with their people and file names. */
    public static CropGrid of(FaceSet photos) {
        return of(photos.crops()).withFaces(photos);
    }

    /**
     * A grid of what a network of the cascade sees of these squares, each with its probability before that network.
     *
     * @param side of the network's input in pixels
     */
    public static CropGrid ofSquares(RgbImage photo, List<ScoredBox> squares, int side) {
        StageView view = StageView.of(photo);
        return of(squares.stream().map(square -> StandardisedPicture.of(
                view.squarePixels(square.box(), side).orElseThrow(), side, side)).toList())
                .withFiles(squares.stream().map(square -> NumberFormats.fixed(square.probability(), 3)).toList())
                .withColumns(6);
    }

    /** A grid of the photos of attempts, whole, each with its boxes, its outcome, its name and its similarity. */
    public static CropGrid ofAttempts(List<Decision> decisions) {
        return of(decisions.stream().map(CropGrid::square).toList())
                .withPeople(decisions.stream().map(decision -> decision.outcome().toString()).toList())
                .withFiles(decisions.stream().map(decision -> decision.measurement().name()
                        + (Double.isNaN(decision.similarity()) ? ""
                                : ", " + NumberFormats.fixed(decision.similarity(), 3))).toList());
    }

    /** The photo of an attempt in the middle of a white square; an empty one where it cannot be read. */
    private static RgbImage square(Decision decision) {
        RgbImage photo = decision.measurement().pixels().orElseGet(() -> read(decision.file().orElseThrow()));
        BufferedImage drawn = DetectionOverlay.of(photo, decision.detections())
                .withColour(OverlayColour.of(decision.outcome())).draw();
        int side = Math.max(drawn.getWidth(), drawn.getHeight());
        BufferedImage square = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = square.createGraphics();
        g.setColor(Palette.PAPER);
        g.fillRect(0, 0, side, side);
        g.drawImage(drawn, (side - drawn.getWidth()) / 2, (side - drawn.getHeight()) / 2, null);
        g.dispose();
        return RgbImage.of(square);
    }

    private static RgbImage read(Path file) {
        try {
            return PhotoReader.DEFAULT.read(file);
        } catch (UnreadablePhotoException e) {
            return RgbImage.of(1, 1, new byte[] {-1, -1, -1});
        }
    }

    @Override
    CropGrid with(Faces newFaces, String newTitle, String newCaption) {
        return new CropGrid(newFaces, columns, newTitle, newCaption);
    }

    /** How many crops a row, at least 1; unless told 4, and more for more than 8 crops. */
    public CropGrid withColumns(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("columns: expected at least 1, found " + count);
        }
        return new CropGrid(faces, count, title, caption);
    }

    GridLayout layout() {
        return GridLayout.of(faces, columns);
    }

    @Override
    Page page() {
        GridLayout layout = layout();
        return Page.around(layout.width(), layout.height(), title, caption).showing(g -> {
            for (int index = 0; index < faces.count(); index++) {
                drawCrop(g, faces.pictures().get(index), layout.crop(index));
            }
            layout.texts().forEach(text -> text.draw(g));
        });
    }

    private static void drawCrop(Graphics2D g, RgbImage crop, Rectangle2D place) {
        Thumbnail.of(crop, (int) place.getWidth() * Page.SCALE).draw(g, place);
        g.setColor(Palette.LINE);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(place);
    }
}
