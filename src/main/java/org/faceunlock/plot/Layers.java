package org.faceunlock.plot;

import java.awt.Graphics2D;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;

/**
 * A figure of one threshold in two layers, so that a slider redraws only what it moves.
 *
 * @param width in units
 * @param height in units
 * @param still what no threshold changes; drawn first
 * @param moving what a threshold changes; drawn over what stays
 */
record Layers(double width, double height, Consumer<Graphics2D> still, ObjDoubleConsumer<Graphics2D> moving) {

    /** Both layers on a page, the moving one only where there is a threshold. */
    Page page(String title, String caption, OptionalDouble threshold) {
        return Page.around(width, height, title, caption).showing(g -> {
            still.accept(g);
            threshold.ifPresent(value -> moving.accept(g, value));
        });
    }
}
