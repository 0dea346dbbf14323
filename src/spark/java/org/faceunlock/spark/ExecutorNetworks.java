package org.faceunlock.spark;

import org.faceunlock.pipeline.PhotoPipeline;
import org.faceunlock.pipeline.PipelineSettings;

/**
 * The one detector and the one embedder of an executor, opened by its first task and shared by all, so that their
 * memory does not grow with the cores. Thread-safe.
 */
final class ExecutorNetworks {

    private static PipelineSettings settings;
    private static PhotoPipeline open;

    private ExecutorNetworks() {
    }

    /**
     * The networks of those settings; those of others that were open here are closed.
     *
     * @throws IllegalStateException if the settings mean other networks here than where the job was started
     */
    static synchronized PhotoPipeline of(PipelineSettings wanted, String fingerprint) {
        if (!wanted.equals(settings)) {
            if (open != null) {
                open.close();
            }
            settings = null;
            open = PhotoPipeline.open(wanted);
            settings = wanted;
        }
        if (!open.fingerprint().equals(fingerprint)) {
            throw new IllegalStateException(("networks: expected on every machine %s, found here %s; put the same"
                    + " weights into FACE_UNLOCK_HOME of all").formatted(fingerprint, open.fingerprint()));
        }
        return open;
    }
}
