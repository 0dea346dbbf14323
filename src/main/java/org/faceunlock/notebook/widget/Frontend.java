package org.faceunlock.notebook.widget;

import org.faceunlock.notebook.display.MimeBundle;

/**
 * What this package needs from a kernel: comms on the widget target, and a place in the running cell's output.
 *
 * <p>There is one implementation a kernel. Calls may come from any thread.
 */
public interface Frontend {
    /**
     * Opens a comm on {@link Protocol#WIDGET_TARGET} with {@link Protocol#VERSION} in the metadata.
     *
     * <p>A kernel that cannot put buffers on a comm_open sends them right after it, as an update.
     *
     * @return the comm's id, which is the model's
     */
    String open(CommMessage data, CommListener listener);

    /** Sends a comm_msg. */
    void send(String commId, CommMessage data);

    /** Sends a comm_close and forgets the listener. */
    void close(String commId);

    /** Puts a value into the output of the running cell, under an id by which {@link #redisplay} finds it. */
    void display(MimeBundle value, String displayId);

    /** Replaces what stands under the id, wherever it stands. */
    void redisplay(MimeBundle value, String displayId);

    /** How this kernel tells that a callback failed; as Java prints it, unless the kernel knows the lines of cells. */
    default CellOutput failure(Throwable failure) {
        return CellOutput.Failure.of(failure);
    }
}
