package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.faceunlock.compare.FaceUnlock;
import org.faceunlock.compare.NotEnrolled;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.PhotoResult;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A folder of photos of one person, to be enrolled, and the words that go with it.
 *
 * @param folder its name
 * @param photos those in it
 * @param err where to tell what was enrolled
 */
record EnrolledFolder(Path folder, ImageFolder photos, PrintWriter err) {

    /** @throws ParameterException if the folder is of several people */
    static EnrolledFolder of(Path folder, PhotoReader reader, CommandLine command) {
        ImageFolder photos = RejectedPhotos.print(ImageFolder.of(folder), command.getErr()).readBy(reader);
        if (photos.photos().stream().map(Photo::person).distinct().count() > 1) {
            throw new ParameterException(command, "expected a folder of one person, found %s in %s: name one of them"
                    .formatted(photos.people(), folder));
        }
        return new EnrolledFolder(folder, photos, command.getErr());
    }

    /** Looks for the faces, enrols those that can be used, and tells of the others. */
    FaceUnlock enrol(FaceUnlock.Builder builder, FaceDetector detector, Threshold threshold) {
        FaceSet offered = photos.detect(detector);
        FaceUnlock unlock = builder.enrol(offered, threshold);
        int enrolled = unlock.enrolment().faces().size();
        err.println("enrolled %s of %s photos in %s".formatted(
                enrolled, enrolled + unlock.enrolment().rejected().size(), folder));
        for (NotEnrolled photo : unlock.enrolment().rejected()) {
            err.println("  not " + photo.file() + ": " + photo.rejection().sentence());
        }
        offered.forEach(this::printFaults);
        return unlock;
    }

    /** Poor photos make a poor template: they are named, and enrolled all the same. */
    private void printFaults(PhotoResult row) {
        row.outcome().quality().filter(quality -> !quality.faults().isEmpty())
                .ifPresent(quality -> err.println("  poor " + row.file() + ": " + quality.describe()));
    }
}
