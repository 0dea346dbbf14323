package org.faceunlock.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.faceunlock.evaluate.OcclusionMap;

/**
 * A face, and beside it the same face under the map of what matters in it: the redder a place, the more the similarity
 * falls when it is covered; blue where it rises.
 */
public final class OcclusionPicture extends TitledFigure<OcclusionPicture> {

    private static final int SIDE = 320;
    private static final double GAP = 20;
    private static final int OPACITY = 170;

    private final OcclusionMap map;

    private OcclusionPicture(OcclusionMap map, String title, String caption) {
        super("occlusion map", title, caption);
        this.map = map;
    }

    /** The picture of a map. */
    public static OcclusionPicture of(OcclusionMap map) {
        return new OcclusionPicture(map, "", "");
    }

    @Override
    OcclusionPicture with(String newTitle, String newCaption) {
        return new OcclusionPicture(map, newTitle, newCaption);
    }

    @Override
    Page page() {
        double most = scale();
        Rectangle2D place = new Rectangle2D.Double(SIDE + GAP, 0, SIDE, SIDE);
        ColourBar bar = new ColourBar(ColourScale.DIVERGING, new ValueRange(-most, most), place.getMaxX() + GAP, 0,
                SIDE, "fall of the similarity, " + NumberFormats.fixed(map.similarity(), 3) + " uncovered", false);
        return Page.around(bar.bounds().getMaxX(), SIDE, title, caption).showing(g -> {
            Thumbnail face = Thumbnail.of(map.crop(), SIDE * Page.SCALE);
            face.draw(g, new Rectangle2D.Double(0, 0, SIDE, SIDE));
            face.draw(g, place);
            drawMap(g, place);
            bar.draw(g);
        });
    }

    private double scale() {
        double most = 1e-6;
        for (double[] row : map.drops()) {
            for (double drop : row) {
                most = Math.max(most, Math.abs(drop));
            }
        }
        return most;
    }

    /** The clearer the less a place matters. */
    BufferedImage overlay() {
        double most = scale();
        double[][] drops = map.drops();
        BufferedImage colours = new BufferedImage(drops.length, drops.length, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < drops.length; row++) {
            for (int column = 0; column < drops.length; column++) {
                double share = drops[row][column] / most;
                int opacity = (int) Math.round(OPACITY * Math.sqrt(Math.abs(share)));
                colours.setRGB(column, row, opacity << 24 | ColourScale.DIVERGING.at((share + 1) / 2).getRGB()
                        & 0xffffff);
            }
        }
        return colours;
    }

    private void drawMap(Graphics2D graphics, Rectangle2D place) {
        BufferedImage colours = overlay();
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.clip(place);
        g.drawImage(colours, new AffineTransform(place.getWidth() / colours.getWidth(), 0, 0,
                place.getHeight() / colours.getHeight(), place.getX(), place.getY()), null);
        g.dispose();
    }
}
