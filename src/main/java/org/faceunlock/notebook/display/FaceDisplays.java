package org.faceunlock.notebook.display;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.stream.Collectors;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.detect.MtcnnTrace;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.UnreadablePhotoException;
import org.faceunlock.plot.ChartPicture;
import org.faceunlock.plot.DetectionOverlay;
import org.faceunlock.plot.Figure;
import org.faceunlock.plot.ThresholdPage;
import tech.tablesaw.api.Table;

/** How this library's values look in a notebook: figures as pictures, numbers as tables, decisions as cards. */
public final class FaceDisplays {
    private static final int PHOTO_SIDE = 640;
    private static final int FIGURE_SIDE = 1000;
    private static final int PAGE_HEIGHT = 820;

    private FaceDisplays() {
    }

    /** Adds them all. */
    public static Renderings register(Renderings renderings) {
        DecisionCard cards = new DecisionCard();
        return renderings
                .register(BufferedImage.class, Png::bundle)
                .register(Table.class, TableHtml::bundle)
                .register(ChartPicture.TYPE, chart -> Png.bundle(ChartPicture.of(chart), "chart"))
                .register(RgbImage.class, image -> Png.bundle(image.toBufferedImage(), image.toString()))
                .register(Figure.class, figure -> Png.bundle(figure.draw(FIGURE_SIDE), figure.toString()))
                .register(SimilarityMatrix.class, matrix -> TableHtml.bundle(matrix.toTable()))
                .register(MtcnnTrace.class, trace -> TableHtml.bundle(trace.toTable()))
                .register(FaceSet.class, set -> TableHtml.bundle(set.toTable().setName(set.toString())))
                .register(PhotoResult.class, FaceDisplays::row)
                .register(ThresholdPage.class, FaceDisplays::page)
                .register(Decision.class, cards::bundle);
    }

    /** In a frame of its own, where it neither sees the notebook nor is seen by it. */
    private static MimeBundle page(ThresholdPage page) {
        return MimeBundle.html("<iframe sandbox=\"allow-scripts\" style=\"width:100%;height:" + PAGE_HEIGHT
                + "px;border:1px solid #e6e8ea\" title=\"thresholds\" srcdoc=\"" + Html.escape(page.html())
                + "\"></iframe>", page.toString());
    }

    private static MimeBundle row(PhotoResult row) {
        String text = description(row);
        try {
            RgbImage photo = PhotoReader.DEFAULT.read(row.file());
            BufferedImage picture = DetectionOverlay.of(photo, row.outcome().detections()).draw();
            String element = SmallPicture.element(picture, PHOTO_SIDE, row.fileName());
            return MimeBundle.html(element + "<br/>" + Html.escape(text), text);
        } catch (UnreadablePhotoException e) {
            return MimeBundle.text(text);
        }
    }

    private static String description(PhotoResult row) {
        FaceOutcome outcome = row.outcome();
        String found = outcome.detections().isEmpty() ? "no face" : outcome.detections().stream()
                .map(detection -> String.format(Locale.ROOT, "%.3f", detection.probability()))
                .collect(Collectors.joining(", ", "faces with probability ", ""));
        return row.fileName() + ": " + found
                + (outcome.status() == FaceStatus.FACE ? "" : " (" + outcome.reason() + ")");
    }
}
