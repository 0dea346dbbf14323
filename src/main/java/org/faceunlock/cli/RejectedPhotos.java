package org.faceunlock.cli;

import java.io.PrintWriter;
import org.faceunlock.image.ImageFolder;

/** Prints which pictures of a folder are no photos, because this program wrote them. */
public final class RejectedPhotos {

    private RejectedPhotos() {
    }

    /** @return the same folder */
    public static ImageFolder print(ImageFolder photos, PrintWriter err) {
        int count = photos.rejected().size();
        if (count > 0) {
            err.println("left out: %s that this program wrote, such as %s".formatted(
                    count == 1 ? "1 picture" : count + " pictures", photos.rejected().get(0)));
        }
        return photos;
    }
}
