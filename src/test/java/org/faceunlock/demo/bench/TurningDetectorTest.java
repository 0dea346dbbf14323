package org.faceunlock.demo.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.BoxEnd;
import org.faceunlock.geometry.Overlap;
import org.faceunlock.image.Crop;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.TurningDetector;
import org.faceunlock.models.ShippedWeights;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Photos of rendered people in quarter turns, and close-ups, with the detector that ships. */
class TurningDetectorTest {

    private static final int PEOPLE = 34;
    private static final Limits NEAR = new Limits(20, 9, 8, 110, 180, 0);

    private static Mtcnn mtcnn;
    private static TurningDetector turning;
    private static List<RgbImage> photos;

    @BeforeAll
    static void render() {
        mtcnn = Mtcnn.load(ShippedWeights.NAME, MtcnnSettings.defaults().withMinimumFaceSize(40));
        turning = TurningDetector.of(mtcnn);
        photos = IntStream.range(0, PEOPLE).parallel().mapToObj(i -> FaceRenderer.portrait(Identity.of(900 + i),
                900 + i, 260, 320, NEAR).image()).toList();
    }

    @AfterAll
    static void close() {
        mtcnn.close();
    }

    private static RgbImage turned(RgbImage photo, int quarters) {
        BufferedImage picture = photo.toBufferedImage();
        boolean across = quarters % 2 == 1;
        int width = across ? photo.height() : photo.width();
        int height = across ? photo.width() : photo.height();
        AffineTransform turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-photo.width() / 2.0, -photo.height() / 2.0);
        BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(picture, out);
        return RgbImage.of(out);
    }

    @Test
    void uprightPhotosAreNotTurned() {
        for (RgbImage photo : photos) {
            FaceOutcome outcome = turning.find(photo);
            assertThat(outcome).isEqualTo(mtcnn.find(photo));
            assertThat(outcome.reason()).isEmpty();
        }
    }

    @Test
    void turnedPhotosAreRecoveredAndSaySo() {
        int recovered = 0;
        for (RgbImage photo : photos) {
            Box upright = mtcnn.find(photo).face().orElseThrow().box();
            for (int quarters = 1; quarters <= 3; quarters++) {
                FaceOutcome outcome = turning.find(turned(photo, quarters));
                if (outcome.status() == FaceStatus.FACE && outcome.reason().startsWith("found after")
                        && Overlap.IOU.of(back(outcome.face().orElseThrow().box(), photo, quarters), upright,
                                BoxEnd.EXCLUSIVE) > 0.8) {
                    recovered++;
                }
            }
        }
        System.out.println("TurningDetectorTest: " + recovered + " of " + 3 * PEOPLE + " turned photos recovered");
        assertThat(recovered).isGreaterThanOrEqualTo((int) Math.ceil(0.99 * 3 * PEOPLE));
    }

    /** A box of a photo that was turned clockwise, in the upright photo. */
    private static Box back(Box box, RgbImage photo, int quarters) {
        double w = photo.width();
        double h = photo.height();
        return switch (quarters) {
            case 1 -> new Box(box.y1(), h - box.x2(), box.y2(), h - box.x1());
            case 2 -> new Box(w - box.x2(), h - box.y2(), w - box.x1(), h - box.y1());
            default -> new Box(w - box.y2(), box.x1(), w - box.y1(), box.x2());
        };
    }

    @Test
    void theCropOfATurnedPhotoIsThatOfTheUprightOne() {
        RgbImage photo = photos.get(1);
        RgbImage upright = mtcnn.find(photo).crop().orElseThrow();
        assertThat(turning.find(turned(photo, 1)).crop()).contains(upright);
        assertThat(turning.cutting(Crop.DEFAULT).find(turned(photo, 2)).crop()).contains(upright);
    }

    @Test
    void aPictureWithoutAFaceStaysWithoutOne() {
        RgbImage empty = RgbImage.of(200, 120, new byte[200 * 120 * 3]);
        assertThat(turning.find(empty).status()).isEqualTo(FaceStatus.NO_FACE);
    }
}
