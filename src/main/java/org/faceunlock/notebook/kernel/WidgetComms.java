package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.faceunlock.notebook.Notebook;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.widget.CellOutput;
import org.faceunlock.notebook.widget.CommListener;
import org.faceunlock.notebook.widget.CommMessage;
import org.faceunlock.notebook.widget.Frontend;
import org.faceunlock.notebook.widget.Protocol;
import org.faceunlock.notebook.widget.WidgetSession;

/**
 * Widgets' comms on this kernel, and the place of a cell's output.
 *
 * <p>What a page says on a comm is user's code to the kernel, for callbacks hear of it: it runs as that of a task.
 */
final class WidgetComms implements Frontend {
    private final IoPub page;
    private final Map<String, CommListener> listeners = new ConcurrentHashMap<>();
    private final Map<String, String> targets = new ConcurrentHashMap<>();
    private volatile Function<Throwable, CellOutput> failures = CellOutput.Failure::of;
    private final WidgetSession session = new WidgetSession(this, Notebook.renderings());

    WidgetComms(IoPub page) {
        this.page = page;
    }

    /** From now on failures of callbacks are reported like this. */
    void reportFailures(Function<Throwable, CellException> report) {
        failures = failure -> {
            CellException reported = report.apply(failure);
            return new CellOutput.Failure(reported.name(), reported.getMessage(), reported.report());
        };
    }

    @Override
    public CellOutput failure(Throwable failure) {
        return failures.apply(failure);
    }

    /** The widgets that use these comms. */
    WidgetSession session() {
        return session;
    }

    @Override
    public String open(CommMessage data, CommListener listener) {
        String id = UUID.randomUUID().toString().replace("-", "");
        register(id, Protocol.WIDGET_TARGET, listener);
        page.comm("comm_open", parent(), Json.object("version", Protocol.VERSION), Json.object("comm_id", id,
                "target_name", Protocol.WIDGET_TARGET, "data", Json.parse(data.json())), data.buffers());
        return id;
    }

    private void register(String id, String target, CommListener listener) {
        targets.put(id, target);
        listeners.put(id, listener);
    }

    @Override
    public void send(String commId, CommMessage data) {
        page.comm("comm_msg", parent(), new JsonObject(), Json.object("comm_id", commId, "data",
                Json.parse(data.json())), data.buffers());
    }

    @Override
    public void close(String commId) {
        if (forget(commId)) {
            tellClosed(commId);
        }
    }

    private boolean forget(String commId) {
        listeners.remove(commId);
        return targets.remove(commId) != null;
    }

    private void tellClosed(String commId) {
        page.comm("comm_close", parent(), new JsonObject(), Json.object("comm_id", commId, "data", Map.of()),
                List.of());
    }

    @Override
    public void display(MimeBundle value, String displayId) {
        show(value, displayId, false);
    }

    @Override
    public void redisplay(MimeBundle value, String displayId) {
        show(value, displayId, true);
    }

    private void show(MimeBundle value, String displayId, boolean isUpdate) {
        CellTask.current().ifPresent(task -> task.printed().flush());
        page.display(parent(), value, displayId, isUpdate);
    }

    private static JsonObject parent() {
        return CellTask.current().map(CellTask::parent).orElseGet(JsonObject::new);
    }

    /** The content of a comm_info_reply: the open comms, of one target if the request names one. */
    JsonObject info(JsonObject request) {
        String wanted = Json.string(request, "target_name", "");
        JsonObject open = new JsonObject();
        targets.forEach((id, target) -> {
            if (wanted.isEmpty() || wanted.equals(target)) {
                open.add(id, Json.object("target_name", target));
            }
        });
        return Json.object("status", "ok", "comms", open);
    }

    /** Takes a comm_open, comm_msg or comm_close; of a comm that is not there, nothing comes. */
    void receive(CellTask task, Message message) throws Throwable {
        JsonObject content = message.content();
        String id = Json.string(content, "comm_id", "");
        CommMessage data = new CommMessage(Json.text(Json.child(content, "data")), message.buffers());
        CommListener listener = listeners.get(id);
        if (message.type().equals("comm_open")) {
            opened(id, Json.string(content, "target_name", ""));
        } else if (listener != null && message.type().equals("comm_close")) {
            forget(id);
            task.call(() -> {
                listener.closed();
                return null;
            }, loader());
        } else if (listener != null) {
            task.call(() -> {
                listener.received(data);
                return null;
            }, loader());
        }
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    /** A page opens the control target on every load; no other is known here, and the page is told so. */
    private void opened(String id, String target) {
        if (!target.equals(Protocol.CONTROL_TARGET)) {
            tellClosed(id);
            return;
        }
        register(id, target, new CommListener() {
            @Override
            public void received(CommMessage data) {
                session.control(data).ifPresent(answer -> send(id, answer));
            }

            @Override
            public void closed() {
                // nothing is kept for a page
            }
        });
    }
}
