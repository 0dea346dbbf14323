package org.faceunlock.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.Embedding;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;

/**
 * Photos of one pixel that say by their colour what a finder is to find in them and what an embedder is to make of it:
 * red is how many faces, green the angle of the embedding in degrees from 0 to 180, blue 255 an embedding of NaN.
 */
final class Photos {

    /** More faces than that stand for a face that is too small. */
    static final int TOO_SMALL = 200;

    static final FaceDetector FINDER = photo -> outcome(photo, photo.value(0, 0, 0));

    private int embedded;

    /** An embedder that counts its crops. */
    CropEmbedder embedder() {
        return crops -> {
            List<Embedding> embeddings = new ArrayList<>();
            for (RgbImage crop : crops) {
                embedded++;
                double angle = Math.toRadians(crop.value(0, 0, 1));
                float spoilt = crop.value(0, 0, 2) == 255 ? Float.NaN : 0;
                embeddings.add(Embedding.of((float) Math.cos(angle), (float) Math.sin(angle), spoilt));
            }
            return embeddings;
        };
    }

    /** How many crops the embedder has seen. */
    int embedded() {
        return embedded;
    }

    static RgbImage photo(int faces, int degrees, boolean nan) {
        return RgbImage.of(1, 1, new byte[] {(byte) faces, (byte) degrees, (byte) (nan ? 255 : 0)});
    }

    static RgbImage face(int degrees) {
        return photo(1, degrees, false);
    }

    static PhotoResult row(String file, RgbImage photo) {
        return new PhotoResult(Path.of("me", file), "me", 1, 1, FINDER.find(photo));
    }

    static PhotoResult unreadable(String file) {
        FaceOutcome outcome = FaceOutcome.without(FaceStatus.UNREADABLE, List.of(), "the file is empty");
        return new PhotoResult(Path.of("me", file), "me", 0, 0, outcome);
    }

    private static FaceOutcome outcome(RgbImage photo, int faces) {
        if (faces == 0) {
            return FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "there is no face in it");
        }
        if (faces == TOO_SMALL) {
            return FaceOutcome.without(FaceStatus.TOO_SMALL, List.of(detection(0)), "the face is 3 pixels wide");
        }
        List<Detection> detections = new ArrayList<>();
        for (int face = 0; face < faces; face++) {
            detections.add(detection(face));
        }
        return FaceOutcome.face(detections, detections.get(0), photo);
    }

    private static Detection detection(int place) {
        Point point = new Point(place, place);
        return new Detection(new Box(place, place, place + 1, place + 1), 0.99,
                new Landmarks(point, point, point, point, point));
    }
}
