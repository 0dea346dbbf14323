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
import org.faceunlock.image.RgbImage;
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
                + description(decision) + "</td></tr></table>", decision.line());
    }

    private static String pictures(Decision decision) {
        StringBuilder html = new StringBuilder();
        OverlayColour colour = OverlayColour.of(decision.outcome());
        photo(decision).ifPresent(photo -> html.append(CELL).append(SmallPicture.element(
                DetectionOverlay.of(photo, decision.detections()).withColour(colour).draw(),
                PHOTO_SIDE, decision.measurement().name())).append("</td>"));
        html.append(CELL);
        decision.crop().ifPresent(crop -> html.append("what was compared<br/>")
                .append(SmallPicture.element(crop.toBufferedImage(), FACE_SIDE, "crop")).append("<br/>"));
        decision.nearest().map(NearestPhoto::face).ifPresent(face -> read(face.file()).ifPresent(photo ->
                html.append("nearest enrolled photo<br/>")
                        .append(SmallPicture.element(photo.toBufferedImage(), FACE_SIDE, face.name()))));
        return html.append("</td>").toString();
    }

    /** The photo; empty where it cannot be read, which the decision's reason says. */
    private static Optional<RgbImage> photo(Decision decision) {
        return decision.measurement().pixels().or(() -> decision.file().flatMap(DecisionCard::read));
    }

    private static Optional<RgbImage> read(Path file) {
        try {
            return Optional.of(PhotoReader.DEFAULT.read(file));
        } catch (UnreadablePhotoException e) {
            return Optional.empty();
        }
    }

    private static String description(Decision decision) {
        String colour = decision.unlocked() ? "#1b9e77" : "#d95f02";
        StringBuilder html = new StringBuilder(Padlock.element(decision.outcome(), colour))
                .append("<br/><b style=\"color:").append(colour).append("\">").append(decision.outcome())
                .append("</b><br/>");
        html.append(Html.escape(decision.sentence())).append("<br/>")
                .append(Html.escape(decision.measurement().name()));
        decision.nearest().ifPresent(nearest -> html.append("<br/>nearest: ")
                .append(Html.escape(nearest.face().name())).append(" at ")
                .append(String.format(Locale.ROOT, "%.3f", nearest.similarity())));
        return html.toString();
    }
}
