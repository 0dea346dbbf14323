package org.faceunlock.notebook.kernel;

import org.faceunlock.notebook.widget.CommListener;
import org.faceunlock.notebook.widget.WireMessage;

/** Widgets on this project's kernel, which can put buffers on a comm_open. */
final class OwnLink extends JJavaLink {
    private final WidgetComms comms;

    OwnLink(NotebookKernel kernel, WidgetComms comms) {
        super(kernel);
        this.comms = comms;
    }

    @Override
    public String open(WireMessage data, CommListener listener) {
        return comms.open(data, listener);
    }
}
