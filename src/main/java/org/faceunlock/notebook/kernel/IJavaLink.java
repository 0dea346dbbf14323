package org.faceunlock.notebook.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.comm.Comm;
import io.github.spencerpark.jupyter.kernel.comm.CommManager;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.comm.CommCloseCommand;
import io.github.spencerpark.jupyter.messages.comm.CommMsgCommand;
import java.util.Optional;
import java.util.function.Function;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.widget.CommListener;
import org.faceunlock.notebook.widget.CommMessage;
import org.faceunlock.notebook.widget.Protocol;
import org.faceunlock.notebook.widget.WidgetSession;

/**
 * Widgets, rich display and the imports on IJava 1.3, which has to be asked: {@code IJavaLink.install();} in the first
 * cell or, with the full name of this class, as the value of IJAVA_STARTUP_SCRIPT.
 *
 * <p>IJava's own classes are not on Maven Central; the one method of theirs that is needed is found by its name.
 */
public final class IJavaLink extends StockKernelLink {
    private final BaseKernel kernel;

    IJavaLink(BaseKernel kernel) {
        this.kernel = kernel;
    }

    /** Brings widgets, rich display and the imports to the IJava kernel that this runs in; again: starts anew. */
    public static void install() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Object kernel = Class.forName("io.github.spencerpark.ijava.IJava", true, loader)
                    .getMethod("getKernelInstance").invoke(null);
            new IJavaLink((BaseKernel) kernel).connect();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this is no IJava kernel (" + e + "); on the kernel of this project and on"
                    + " JJava nothing needs to be installed", e);
        }
    }

    WidgetSession connect() {
        WidgetSession session = attach();
        importAll();
        return session;
    }

    private void importAll() {
        try {
            kernel.eval(String.join("\n", DefaultImports.all()));
        } catch (Exception e) {
            throw new IllegalStateException("this IJava kernel does not take the imports: " + e, e);
        }
    }

    @Override
    <T> void render(Class<T> type, WidgetSession session) {
        kernel.getRenderer().createRegistration(type).register((value, context) ->
                fill(context.getOutputContainer(), session.render(value)));
    }

    @Override
    void listen(String name, Function<String, CommListener> listener) {
        comms().registerTarget(name, (manager, id, target, opening) ->
                new Channel(manager, id, target, listener.apply(id)));
    }

    @Override
    String openComm(CommMessage data, CommListener listener) {
        return comms().openComm(Protocol.WIDGET_TARGET, (manager, id, target, message) -> {
            JsonObject content = message.getContent().getData();
            json(data).entrySet().forEach(e -> content.add(e.getKey(), e.getValue()));
            message.getNonNullMetadata().put("version", Protocol.VERSION);
            return new Channel(manager, id, target, listener);
        }).getID();
    }

    @Override
    public void send(String commId, CommMessage data) {
        Optional.ofNullable(comms().getCommByID(commId)).ifPresent(comm ->
                comm.send(json(data), null, data.buffers().isEmpty() ? null : data.buffers()));
    }

    @Override
    public void close(String commId) {
        Optional.ofNullable(comms().getCommByID(commId)).ifPresent(Comm::close);
    }

    @Override
    public void display(MimeBundle value, String displayId) {
        DisplayData data = new DisplayData();
        fill(data, value);
        data.setDisplayId(displayId);
        kernel.display(data);
    }

    @Override
    public void redisplay(MimeBundle value, String displayId) {
        DisplayData data = new DisplayData();
        fill(data, value);
        kernel.getIO().display.updateDisplay(displayId, data);
    }

    private static void fill(DisplayData data, MimeBundle value) {
        value.forms().forEach((type, form) -> data.putData(MIMEType.parse(type), form));
    }

    private static JsonObject json(CommMessage data) {
        return new Gson().fromJson(data.json(), JsonObject.class);
    }

    private CommManager comms() {
        return kernel.getCommManager();
    }

    private static final class Channel extends Comm {
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
            receive(listener, () ->
                    new CommMessage(String.valueOf(message.getContent().getData()), message.getBlobs()));
        }

        @Override
        protected void onClose(Message<CommCloseCommand> message, boolean sending) {
            if (!sending) {
                listener.closed();
            }
        }
    }
}
