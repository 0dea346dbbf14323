package org.faceunlock.notebook.kernel;

import java.util.Optional;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommCloseCommand;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.widget.CommListener;
import org.faceunlock.notebook.widget.CommMessage;
import org.faceunlock.notebook.widget.Protocol;
import org.faceunlock.notebook.widget.WidgetSession;

/** Widgets and rich display on JJava, and on every kernel with the same base. */
final class JJavaLink extends StockKernelLink {
    private final BaseKernel kernel;

    JJavaLink(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    <T> void render(Class<T> type, WidgetSession session) {
        kernel.getRenderer().createRegistration(type).register((value, context) ->
                session.render(value).forms().forEach(context.getOutputContainer()::putData));
    }

    @Override
    void listen(String name, Function<String, CommListener> listener) {
        comms().registerTarget(name, (manager, id, target, opening) ->
                new Channel(manager, id, target, listener.apply(id)));
    }

    @Override
    String openComm(CommMessage data, CommListener listener) {
        return comms().openComm(Protocol.WIDGET_TARGET, (manager, id, target, message) -> {
            KernelJson.fill(message.getContent(), data.json());
            message.getNonNullMetadata().put("version", Protocol.VERSION);
            return new Channel(manager, id, target, listener);
        }).getID();
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
            receive(listener, () -> new CommMessage(KernelJson.dataOf(message.getContent()), message.getBlobs()));
        }

        @Override
        protected void onClose(Message<CommCloseCommand> message, boolean sending) {
            if (!sending) {
                listener.closed();
            }
        }
    }
}
