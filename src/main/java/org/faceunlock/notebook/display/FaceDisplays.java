package org.faceunlock.notebook.display;

import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.stream.Collectors;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.detect.MtcnnTrace;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.UnreadablePhotoException;
import org.faceunlock.plot.CascadeSheet;
import org.faceunlock.plot.ChartPicture;
import org.faceunlock.plot.CropGrid;
import org.faceunlock.plot.DetCurve;
import org.faceunlock.plot.DetectionOverlay;
import org.faceunlock.plot.LossCurve;
import org.faceunlock.plot.PcaMap;
import org.faceunlock.plot.PyramidSheet;
import org.faceunlock.plot.ScoreHistogram;
import org.faceunlock.plot.SimilarityHeatmap;
import org.faceunlock.plot.SimilarityStrip;
import tech.tablesaw.api.Table;

/** How this library's own values look in a notebook: pictures as pictures, ledgers as tables, decisions as cards. */
public final class FaceDisplays {
    private static final int PHOTO_SIDE = 640;
    private static final int SHEET_SIDE = 1600;

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
                .register(CropGrid.class, figure -> sheet(figure.draw(), "grid of crops"))
                .register(SimilarityHeatmap.class, figure -> sheet(figure.draw(), "similarity heatmap"))
                .register(SimilarityStrip.class, figure -> sheet(figure.draw(), "photos by similarity"))
                .register(ScoreHistogram.class, figure -> Png.bundle(figure.draw(), "histogram of similarities"))
                .register(LossCurve.class, figure -> Png.bundle(figure.draw(), "loss by step"))
                .register(DetCurve.class, figure -> Png.bundle(figure.draw(), "DET curve"))
                .register(PcaMap.class, figure -> sheet(figure.draw(), "PCA map"))
                .register(DetectionOverlay.class, figure -> sheet(figure.draw(), "photo with detections"))
                .register(PyramidSheet.class, sheet -> sheet(sheet.draw(), "pyramid of a photo"))
                .register(CascadeSheet.class, sheet -> sheet(sheet.draw(), "stages of the cascade"))
                .register(SimilarityMatrix.class, matrix -> TableHtml.bundle(matrix.toTable()))
                .register(MtcnnTrace.class, trace -> TableHtml.bundle(trace.toTable()))
                .register(FaceSet.class, set -> TableHtml.bundle(set.toTable().setName(set.toString())))
                .register(PhotoResult.class, FaceDisplays::row)
                .register(Decision.class, cards::bundle);
    }

    /** A figure made of photos, which as a PNG would take megabytes of a notebook. */
    private static MimeBundle sheet(BufferedImage picture, String name) {
        return SmallPicture.bundle(picture, SHEET_SIDE, name);
    }

    private static MimeBundle row(PhotoResult row) {
        String words = words(row);
        try {
            RgbImage photo = PhotoReader.DEFAULT.read(row.file());
            BufferedImage picture = DetectionOverlay.of(photo, row.outcome().detections()).draw();
            String element = SmallPicture.element(picture, PHOTO_SIDE, row.fileName());
            return MimeBundle.html(element + "<br/>" + Html.escape(words), words);
        } catch (UnreadablePhotoException e) {
            return MimeBundle.text(words);
        }
    }

    private static String words(PhotoResult row) {
        FaceOutcome outcome = row.outcome();
        String found = outcome.detections().isEmpty() ? "no face" : outcome.detections().stream()
                .map(detection -> String.format(Locale.ROOT, "%.3f", detection.probability()))
                .collect(Collectors.joining(", ", "faces with probability ", ""));
        return row.fileName() + ": " + found
                + (outcome.status() == FaceStatus.FACE ? "" : " (" + outcome.reason() + ")");
    }
}
