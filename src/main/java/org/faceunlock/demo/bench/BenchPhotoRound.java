package org.faceunlock.demo.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.faceunlock.detect.FacePolicy;
import org.faceunlock.detect.Mtcnn;
import org.faceunlock.geometry.Detection;
import org.faceunlock.image.Crop;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;

/**
 * One round over some photos, as the command line goes through them: load, detect, crop, one after the other.
 *
 * @param load seconds for all photos
 * @param detect seconds for all photos
 * @param crop seconds for all photos
 * @param crops the largest face of each photo that has one
 */
public record BenchPhotoRound(double load, double detect, double crop, List<RgbImage> crops) {

    public BenchPhotoRound {
        crops = List.copyOf(crops);
    }

    /** Takes each photo through reading, detection and crop, and times all three. */
    public static BenchPhotoRound run(List<Path> files, PhotoReader reader, Mtcnn mtcnn, Crop cutter) {
        List<RgbImage> crops = new ArrayList<>();
        long[] spent = new long[3];
        for (Path file : files) {
            long start = System.nanoTime();
            RgbImage photo = reader.read(file);
            long loaded = System.nanoTime();
            List<Detection> found = mtcnn.detect(photo);
            long detected = System.nanoTime();
            Optional<RgbImage> crop = FacePolicy.LARGEST.choose(found, photo.width(), photo.height())
                    .flatMap(face -> cutter.cut(photo, face.box()));
            spent[0] += loaded - start;
            spent[1] += detected - loaded;
            spent[2] += System.nanoTime() - detected;
            crop.ifPresent(crops::add);
        }
        return new BenchPhotoRound(spent[0] / 1e9, spent[1] / 1e9, spent[2] / 1e9, crops);
    }

    /** Seconds, all of it. */
    public double total() {
        return load + detect + crop;
    }
}
