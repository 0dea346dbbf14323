package org.faceunlock.notebook.kernel;

import java.util.function.Function;
import java.util.function.Supplier;
import org.faceunlock.notebook.Notebook;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.widget.CommListener;
import org.faceunlock.notebook.widget.CommMessage;
import org.faceunlock.notebook.widget.Frontend;
import org.faceunlock.notebook.widget.Protocol;
import org.faceunlock.notebook.widget.Widget;
import org.faceunlock.notebook.widget.WidgetSession;

/**
 * Widgets and rich display on a kernel that others made: what is the same on JJava and IJava, whose classes have the
 * same methods under two names.
 */
abstract class StockKernelLink implements Frontend {

    /** Makes a session over this link, and the kernel's renderer and control target use it. */
    final WidgetSession attach() {
        WidgetSession session = new WidgetSession(this, Notebook.renderings());
        for (Class<?> type : Notebook.renderings().types()) {
            render(type, session);
        }
        render(Widget.class, session);
        render(MimeBundle.class, session);
        listen(Protocol.CONTROL_TARGET, id -> new CommListener() {
            @Override
            public void received(CommMessage data) {
                session.control(data).ifPresent(answer -> send(id, answer));
            }

            @Override
            public void closed() {
                // nothing is kept for a page
            }
        });
        Notebook.attach(session);
        return session;
    }

    /** The kernel renders values of this type as the session does. */
    abstract <T> void render(Class<T> type, WidgetSession session);

    /** The page may open comms to this target; each gets the listener for its id. */
    abstract void listen(String target, Function<String, CommListener> listener);

    /** Opens a widget's comm with data that has no buffers, and returns its id. */
    abstract String openComm(CommMessage data, CommListener listener);

    @Override
    public final String open(CommMessage data, CommListener listener) {
        String id = openComm(data.withoutBuffers(), listener);
        if (!data.buffers().isEmpty()) {
            send(id, data.buffersAsUpdate());
        }
        return id;
    }

    /** Hands a message on; one that is not understood leaves the comm open. */
    static void receive(CommListener listener, Supplier<CommMessage> message) {
        try {
            listener.received(message.get());
        } catch (Throwable t) {
            System.err.println("A message from the page was not understood: " + t);
        }
    }
}
