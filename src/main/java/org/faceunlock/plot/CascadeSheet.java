package org.faceunlock.plot;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.detect.MtcnnTrace;
import org.faceunlock.detect.MtcnnTrace.ScoredBox;
import org.faceunlock.image.RgbImage;

/**
 * One photo four times: what P-Net let pass, what R-Net was given, what O-Net was given, and the faces.
 *
 * <p>The more probable a box, the darker.
 */
public final class CascadeSheet extends TitledFigure<CascadeSheet> {

    static final int PANELS = 4;
    private static final double GAP = 16;
    private static final double TEXT_GAP = 6;
    private static final double SIDE = 250;

    private final RgbImage photo;
    private final MtcnnTrace trace;

    private CascadeSheet(RgbImage photo, MtcnnTrace trace, String title, String caption) {
        super("stages of the cascade", title, caption);
        this.photo = photo;
        this.trace = trace;
    }

    /** A sheet of what the cascade made of this very photo. */
    public static CascadeSheet of(RgbImage photo, MtcnnTrace trace) {
        return new CascadeSheet(photo, trace, "", "The more probable a face, the darker its box.");
    }

    @Override
    CascadeSheet with(String newTitle, String newCaption) {
        return new CascadeSheet(photo, trace, newTitle, newCaption);
    }

    @Override
    Page page() {
        BufferedImage pale = CandidatePanel.pale(photo.toBufferedImage(), (int) place(0).getWidth() * Page.SCALE);
        List<List<ScoredBox>> stages = List.of(windows(), trace.proposals(), trace.refined());
        Rectangle2D last = place(PANELS - 1);
        double height = last.getMaxY() + TEXT_GAP + TextStyle.bold(12.5).height();
        return Page.around(last.getMaxX(), height, title, caption).showing(g -> {
            for (int stage = 0; stage < stages.size(); stage++) {
                new CandidatePanel(pale, place(stage)).draw(g, photo.width(), stages.get(stage));
            }
            new CandidatePanel(pale, last).drawFaces(g, photo.width(), trace.detections());
            texts().forEach(text -> text.draw(g));
        });
    }

    private List<ScoredBox> windows() {
        return trace.levels().stream().flatMap(level -> level.windows().stream()).toList();
    }

    /** Where a panel's photo lies; panels stand side by side, two a row where the photo is broader than high. */
    Rectangle2D place(int panel) {
        boolean broad = photo.width() > photo.height();
        int columns = broad ? 2 : PANELS;
        double width = broad ? SIDE * 2 : SIDE;
        double height = width * photo.height() / photo.width();
        double line = height + TEXT_GAP + TextStyle.bold(12.5).height() + GAP;
        return new Rectangle2D.Double(panel % columns * (width + GAP), (double) (panel / columns) * line, width,
                height);
    }

    List<PlacedText> texts() {
        List<String> words = List.of(
                "P-Net: %s windows pass".formatted(windows().size()),
                "R-Net is given %s squares".formatted(trace.proposals().size()),
                "O-Net is given %s squares".formatted(trace.refined().size()),
                trace.detections().size() == 1 ? "1 face" : trace.detections().size() + " faces");
        TextStyle lettering = TextStyle.bold(12.5);
        List<PlacedText> texts = new ArrayList<>();
        for (int panel = 0; panel < PANELS; panel++) {
            Rectangle2D place = place(panel);
            texts.add(PlacedText.leftAt(lettering.fit(words.get(panel), place.getWidth()), lettering, Palette.TEXT,
                    place.getX(), place.getMaxY() + TEXT_GAP + lettering.height() / 2));
        }
        return texts;
    }
}
