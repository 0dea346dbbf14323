package org.faceunlock.plot;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.evaluate.GreyZone;
import org.faceunlock.evaluate.PairScores;

/**
 * Everything that a threshold changes for a set of labelled faces, photo against photo, on one page: the errors, how
 * similarities are spread, both errors at every threshold, the DET curve, the heatmap, the graph of who matches whom,
 * and the pairs that are wrong. Made for a slider: {@code Interact.of(slider, board::at)}.
 *
 * <p>What no threshold changes is drawn once. Made for 10 to about 300 faces. Safe to use from several threads.
 */
public final class ThresholdBoard extends FaceFigure<ThresholdBoard> {

    private static final int MARGIN = 12;

    private final Embeddings embeddings;
    private final double threshold;
    private final Optional<GreyZone> zone;
    /** Made when first asked for: the panels, and the picture of what no threshold changes. */
    private Optional<BoardPanels> panels = Optional.empty();
    private Optional<BufferedImage> still = Optional.empty();

    private ThresholdBoard(Embeddings embeddings, double threshold, Optional<GreyZone> zone, Faces faces, String title,
            String caption) {
        super("threshold board", faces, title, caption);
        this.embeddings = embeddings;
        this.threshold = threshold;
        this.zone = zone;
    }

    /**
     * A board of those faces, at the threshold of equal errors until it is told another.
     *
     * @throws IllegalArgumentException if a face has no person
     * @throws IllegalStateException if there are not two people, one of them with two faces
     */
    public static ThresholdBoard of(Embeddings embeddings) {
        double equal = PairScores.of(embeddings).scores().equalErrorRate().threshold();
        return new ThresholdBoard(embeddings, equal, Optional.empty(), Faces.unknown(embeddings.size())
                .withPeople(embeddings.personOfEach()), "", "");
    }

    @Override
    ThresholdBoard with(Faces newFaces, String newTitle, String newCaption) {
        return new ThresholdBoard(embeddings, threshold, zone, newFaces, newTitle, newCaption);
    }

    /** Shades the thresholds that other people might as well have led to. */
    public ThresholdBoard withGreyZone(GreyZone value) {
        return new ThresholdBoard(embeddings, threshold, Optional.of(value), faces, title, caption);
    }

    /** The same board at another threshold. */
    public ThresholdBoard withThreshold(double value) {
        return new ThresholdBoard(embeddings, value, zone, faces, title, caption);
    }

    /** The board at a threshold, as a picture for a slider to change: only what it changes is drawn anew. */
    public synchronized BufferedImage at(double value) {
        BoardPanels all = panels();
        int width = BoardPanels.WIDTH + 2 * MARGIN;
        int height = BoardPanels.HEIGHT + 2 * MARGIN;
        BufferedImage ground = still.orElseGet(() -> Page.ofPixels(width, height, g -> {
            g.translate(MARGIN, MARGIN);
            all.drawStill(g);
        }).draw());
        still = Optional.of(ground);
        return Page.ofPixels(width, height, g -> {
            g.drawImage(ground, 0, 0, null);
            g.translate(MARGIN, MARGIN);
            all.drawMoving(g, value);
        }).draw();
    }

    private synchronized BoardPanels panels() {
        BoardPanels all = panels.orElseGet(() -> new BoardPanels(embeddings, faces, zone));
        panels = Optional.of(all);
        return all;
    }

    @Override
    Page page() {
        return Page.around(BoardPanels.WIDTH, BoardPanels.HEIGHT, title, caption).showing(g -> {
            panels().drawStill(g);
            panels().drawMoving(g, threshold);
        });
    }
}
