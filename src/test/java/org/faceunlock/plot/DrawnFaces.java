package org.faceunlock.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.image.RgbImage;

/** Faces of circles and lines, and similarities in blocks, so that the tests of pictures need no photo. */
final class DrawnFaces {

    private DrawnFaces() {
    }

    /** A 160 x 160 face; people differ in skin, hair and ground, photos of one person in pose and light. */
    static RgbImage face(int person, int photo) {
        Random look = new Random(31L * person + 7);
        Random pose = new Random(1000L * person + photo);
        BufferedImage picture = new BufferedImage(160, 160, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        Page.smooth(g);
        g.setColor(OkLab.polar(0.55 + 0.3 * pose.nextDouble(), 0.05, 360 * pose.nextDouble()).toColor());
        g.fillRect(0, 0, 160, 160);
        double dx = pose.nextInt(17) - 8;
        double dy = pose.nextInt(13) - 6;
        g.translate(dx, dy);
        Color hair = OkLab.polar(0.2 + 0.5 * look.nextDouble(), 0.06, 60).toColor();
        g.setColor(hair);
        g.fill(new Ellipse2D.Double(28, 4, 104, 130));
        g.setColor(OkLab.polar(0.45 + 0.4 * look.nextDouble(), 0.06, 55).toColor());
        g.fill(new Ellipse2D.Double(36, 26, 88, 124));
        g.setColor(Color.WHITE);
        g.fill(new Ellipse2D.Double(52, 68, 22, 13));
        g.fill(new Ellipse2D.Double(86, 68, 22, 13));
        g.setColor(OkLab.polar(0.35, 0.1, 360 * look.nextDouble()).toColor());
        g.fill(new Ellipse2D.Double(58, 69, 10, 11));
        g.fill(new Ellipse2D.Double(92, 69, 10, 11));
        g.setColor(new Color(0x8c3b3b));
        g.fill(new Ellipse2D.Double(62, 116, 36, 5 + pose.nextInt(10)));
        g.setColor(hair);
        g.fill(new Rectangle2D.Double(50, 58, 26, 4));
        g.fill(new Rectangle2D.Double(84, 58, 26, 4));
        g.dispose();
        return RgbImage.of(picture);
    }

    /** Faces for a list of people such as "A", "A", "B". */
    static List<RgbImage> of(List<String> people) {
        List<String> known = PersonColours.of(people).people();
        List<RgbImage> faces = new ArrayList<>();
        for (int index = 0; index < people.size(); index++) {
            faces.add(face(known.indexOf(people.get(index)), index));
        }
        return faces;
    }

    /** {@code each} faces of every person in turn. */
    static List<String> people(int each, String... names) {
        List<String> people = new ArrayList<>();
        for (String name : names) {
            for (int index = 0; index < each; index++) {
                people.add(name);
            }
        }
        return people;
    }

    /** High within a person, about zero and partly negative between people; the seed fixes the noise. */
    static SimilarityMatrix similarities(List<String> people, long seed) {
        Random random = new Random(seed);
        double[][] values = new double[people.size()][people.size()];
        List<String> files = new ArrayList<>();
        for (int row = 0; row < people.size(); row++) {
            files.add("photo_%02d.jpg".formatted(row + 1));
            for (int column = 0; column <= row; column++) {
                double mean = people.get(row).equals(people.get(column)) ? 0.75 : 0.05;
                double value = row == column ? 1 : Math.max(-1, Math.min(1, mean + 0.12 * random.nextGaussian()));
                values[row][column] = value;
                values[column][row] = value;
            }
        }
        return SimilarityMatrix.of(files, values);
    }
}
