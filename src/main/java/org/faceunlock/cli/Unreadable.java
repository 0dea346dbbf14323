package org.faceunlock.cli;

import java.io.PrintWriter;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.PhotoResult;
import picocli.CommandLine.ExitCode;

/** Tells which photos could not be read, and makes that the exit code. */
final class Unreadable {

    private Unreadable() {
    }

    /** @return 0 when every photo could be read, else 1 */
    static int report(FaceSet photos, PrintWriter err) {
        int code = ExitCode.OK;
        for (PhotoResult row : photos) {
            if (row.outcome().status() == FaceStatus.UNREADABLE) {
                err.println(row.file() + ": " + row.outcome().reason());
                code = ExitCode.SOFTWARE;
            }
        }
        return code;
    }
}
