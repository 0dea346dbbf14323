package org.faceunlock.notebook.kernel;

import java.util.Optional;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.faceunlock.notebook.Notebook;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.widget.CommListener;
import org.faceunlock.notebook.widget.Frontend;
import org.faceunlock.notebook.widget.Protocol;
import org.faceunlock.notebook.widget.Widget;
import org.faceunlock.notebook.widget.WidgetSession;
import org.faceunlock.notebook.widget.CommMessage;

/** Widgets and rich display on JJava, and on every kernel with the same base. */
final class JJavaLink implements Frontend {
    private final BaseKernel kernel;

    JJavaLink(BaseKernel kernel) {
        this.kernel = kernel;
    }

    /** Makes a session over this link, and the kernel's renderer and control target use it. */
    WidgetSession install() {
        WidgetSession session = new WidgetSession(this, Notebook.renderings());
        for (Class<?> type : Notebook.renderings().types()) {
            register(type, session);
        }
        register(Widget.class, session);
        register(MimeBundle.class, session);
        comms().registerTarget(Protocol.CONTROL_TARGET, (manager, id, target, opening) ->
                new Channel(manager, id, target, controlListener(id, session)));
        Notebook.attach(session);
        return session;
    }

    private <T> void register(Class<T> type, WidgetSession session) {
        kernel.getRenderer().createRegistration(type).register((value, context) ->
                session.render(value).forms().forEach(context.getOutputContainer()::putData));
    }

    private CommListener controlListener(String id, WidgetSession session) {
        return new CommListener() {
            @Override
            public void received(CommMessage data) {
                session.control(data).ifPresent(answer -> send(id, answer));
            }

            @Override
            public void closed() {
                // nothing is kept for a page
            }
        };
    }

    @Override
    public String open(CommMessage data, CommListener listener) {
        Channel channel = comms().openComm(Protocol.WIDGET_TARGET, (manager, id, target, message) -> {
            KernelJson.fill(message.getContent(), data.withoutBuffers().json());
            message.getNonNullMetadata().put("version", Protocol.VERSION);
            return new Channel(manager, id, target, listener);
        });
        if (!data.buffers().isEmpty()) {
            send(channel.getID(), data.buffersAsUpdate());
        }
        return channel.getID();
    }

    @Override
    public void send(String commId, CommMessage data) {
        Optional.ofNullable(comms().getCommByID(commId))
                .ifPresent(comm -> KernelJson.send(comm, data.json(), data.buffers()));
    }

    @Override
    public void close(String commId) {
        Optional.ofNullable(comms().getCommByID(commId)).ifPresent(Comm::close);
    }

    @Override
    public void display(MimeBundle value, String displayId) {
        kernel.display(displayData(value, displayId));
    }

    @Override
    public void redisplay(MimeBundle value, String displayId) {
        kernel.getIO().display.updateDisplay(displayData(value, displayId));
    }

    private static DisplayData displayData(MimeBundle value, String displayId) {
        DisplayData data = new DisplayData();
        value.forms().forEach(data::putData);
        data.setDisplayId(displayId);
        return data;
    }

    private CommManager comms() {
        return kernel.getCommManager();
    }

    /** A comm whose messages go to a listener; what comes of one names that message as its parent. */
    static final class Channel extends Comm {
        private final CommManager manager;
        private final CommListener listener;

        Channel(CommManager manager, String id, String target, CommListener listener) {
            super(manager, id, target);
            this.manager = manager;
            this.listener = listener;
        }

        @Override
        protected void onMessage(Message<CommMsgCommand> message) {
            manager.setMessageContext(message);
            try {
                listener.received(new CommMessage(KernelJson.dataOf(message.getContent()), message.getBlobs()));
            } catch (Throwable t) {
                System.err.println("A message from the page was not understood: " + t);
            }
        }

        @Override
        protected void onClose(Message<CommCloseCommand> message, boolean sending) {
            if (!sending) {
                listener.closed();
            }
        }
    }
}
