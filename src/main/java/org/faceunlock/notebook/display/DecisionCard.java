package org.faceunlock.notebook.display;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.Measurement;
import org.faceunlock.embed.NearestPhoto;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.UnreadablePhotoException;
import org.faceunlock.plot.DetectionOverlay;
import org.faceunlock.plot.OverlayColour;

/**
 * A decision as a card: the photo with its boxes, the crop that the network saw, the enrolled photo most like it, and
 * the numbers.
 *
 * <p>The pictures of a measurement are drawn once and kept for the last few, so that a threshold can be dragged. Safe
 * for use by many threads.
 */
final class DecisionCard {
    private static final int PHOTO_SIDE = 360;
    private static final int FACE_SIDE = 120;
    private static final int MOST_KEPT = 32;
    private static final String CELL = "<td style=\"vertical-align:top;text-align:left;padding:4px 10px\">";
    private final Map<Pictured, String> drawn = new ConcurrentHashMap<>();

    /** A measurement's pictures, in the colour of one outcome; the measurement counts as itself, not by its numbers. */
    private record Pictured(Measurement measurement, boolean unlocked) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pictured p && p.measurement == measurement && p.unlocked == unlocked;
        }

        @Override
        public int hashCode() {
            return 2 * System.identityHashCode(measurement) + (unlocked ? 1 : 0);
        }
    }

    MimeBundle bundle(Decision decision) {
        if (drawn.size() > MOST_KEPT) {
            drawn.clear();
        }
        String pictures = drawn.computeIfAbsent(new Pictured(decision.measurement(), decision.unlocked()),
                key -> pictures(decision));
        return MimeBundle.html("<table style=\"border:none\"><tr style=\"background:none\">" + pictures + CELL
                + words(decision) + "</td></tr></table>", decision.line());
    }

    private static String pictures(Decision decision) {
        StringBuilder html = new StringBuilder();
        decision.file().flatMap(file -> photo(file, decision)).ifPresent(img -> html.append(CELL).append(img)
                .append("</td>"));
        html.append(CELL);
        decision.crop().ifPresent(crop -> html.append("what was compared<br/>")
                .append(SmallPicture.element(crop.toBufferedImage(), FACE_SIDE, "crop")).append("<br/>"));
        decision.nearest().map(NearestPhoto::face).flatMap(face -> photo(face.file())).ifPresent(img ->
                html.append("nearest enrolled photo<br/>").append(img));
        return html.append("</td>").toString();
    }

    private static Optional<String> photo(Path file, Decision decision) {
        try {
            OverlayColour colour = decision.unlocked() ? OverlayColour.UNLOCKED : OverlayColour.LOCKED;
            return Optional.of(SmallPicture.element(DetectionOverlay.of(PhotoReader.DEFAULT.read(file),
                    decision.detections()).withColour(colour).draw(), PHOTO_SIDE, name(file)));
        } catch (UnreadablePhotoException e) {
            return Optional.empty(); // the decision's reason says so
        }
    }

    private static Optional<String> photo(Path file) {
        try {
            return Optional.of(SmallPicture.element(PhotoReader.DEFAULT.read(file).toBufferedImage(), FACE_SIDE,
                    name(file)));
        } catch (UnreadablePhotoException e) {
            return Optional.empty(); // it was readable when it was enrolled; its name still stands below
        }
    }

    private static String words(Decision decision) {
        String colour = decision.unlocked() ? "#1b9e77" : "#d95f02";
        StringBuilder html = new StringBuilder(Padlock.element(decision.outcome(), colour))
                .append("<br/><b style=\"color:").append(colour).append("\">").append(decision.outcome())
                .append("</b><br/>");
        if (!Double.isNaN(decision.similarity())) {
            html.append("similarity <b>").append(String.format(Locale.ROOT, "%.3f", decision.similarity()))
                    .append("</b>, margin ").append(String.format(Locale.ROOT, "%+.3f", decision.margin()))
                    .append("<br/>");
        }
        html.append(Html.escape(decision.sentence()));
        decision.file().ifPresent(file -> html.append("<br/>").append(Html.escape(name(file))));
        decision.nearest().ifPresent(nearest -> html.append("<br/>nearest: ")
                .append(Html.escape(nearest.face().name())).append(" at ")
                .append(String.format(Locale.ROOT, "%.3f", nearest.similarity())));
        return html.toString();
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
