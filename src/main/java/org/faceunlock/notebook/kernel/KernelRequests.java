package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.faceunlock.notebook.Notebook;
import org.faceunlock.notebook.display.MimeBundle;

/** What the kernel answers to the requests of the shell channel. For the thread of that channel. */
final class KernelRequests {
    private final String version;
    private final IoPub page;
    private final WidgetComms comms;
    private final JavaWorker<CellRunner> java;
    private final History history = new History();
    private int count;

    KernelRequests(String version, IoPub page, WidgetComms comms, JavaWorker<CellRunner> java) {
        this.version = version;
        this.page = page;
        this.comms = comms;
        this.java = java;
    }

    /** The number of the last cell that was run. */
    int count() {
        return count;
    }

    /** The content of the reply; empty for a message that has none. */
    Optional<JsonObject> answer(CellTask task, Message message) throws Throwable {
        JsonObject content = message.content();
        return switch (message.type()) {
            case "execute_request" -> Optional.of(execute(task, content));
            case "kernel_info_request" -> Optional.of(info());
            case "complete_request" -> Optional.of(complete(task, content));
            case "inspect_request" -> Optional.of(inspect(task, content));
            case "is_complete_request" -> Optional.of(isComplete(task, content));
            case "history_request" -> Optional.of(history.answer(content));
            case "comm_info_request" -> Optional.of(comms.info(content));
            case "comm_open", "comm_msg", "comm_close" -> {
                comms.receive(task, message);
                yield Optional.empty();
            }
            default -> {
                if (message.isRequest()) {
                    throw new UnsupportedOperationException("this kernel knows no " + message.type());
                }
                yield Optional.empty();
            }
        };
    }

    /** The content of a kernel_info_reply. */
    JsonObject info() {
        return Json.object("status", "ok", "protocol_version", Message.PROTOCOL, "implementation", "face-unlock",
                "implementation_version", version, "banner", "Face Unlock " + version + " on Java "
                        + Runtime.version(),
                "language_info", Map.of("name", "java", "version", Runtime.version().toString(), "mimetype",
                        "text/x-java-source", "file_extension", ".jshell", "pygments_lexer", "java",
                        "codemirror_mode", "text/x-java"),
                "help_links", List.of());
    }

    private JsonObject execute(CellTask task, JsonObject request) throws Throwable {
        String code = Json.string(request, "code", "");
        boolean silent = Json.flag(request, "silent", false);
        if (!silent) {
            count++;
            history.add(count, code);
            page.input(task.parent(), code, count);
        }
        CellResult result = java.ask(task, cells -> cells.run(task, count, code));
        if (result.value().filter(KernelRequests::isShown).isPresent() && !silent) {
            MimeBundle shown = task.call(() -> Notebook.render(result.value().get()),
                    Thread.currentThread().getContextClassLoader());
            if (task.isStopped()) {
                throw new CellStoppedError(); // a rendering shows what it fails with
            }
            task.printed().flush();
            page.result(task.parent(), shown, count);
        }
        if (!result.notes().isEmpty()) {
            task.printed().print("stderr", String.join("\n", result.notes()) + "\n");
        }
        return Json.object("status", "ok", "execution_count", count, "payload", List.of(), "user_expressions",
                Map.of());
    }

    /** A printf as a cell's last statement returns the stream, which nobody wants to see. */
    private static boolean isShown(Object value) {
        return !(value instanceof PrintStream);
    }

    private JsonObject complete(CellTask task, JsonObject request) throws Throwable {
        int cursor = Json.number(request, "cursor_pos", 0);
        CodeAssist.Proposals found = java.ask(task, cells -> new CodeAssist(cells)
                .complete(Json.string(request, "code", ""), cursor));
        return Json.object("status", "ok", "matches", found.texts(), "cursor_start", found.from(), "cursor_end",
                found.to(), "metadata", Map.of());
    }

    private JsonObject inspect(CellTask task, JsonObject request) throws Throwable {
        Optional<String> found = java.ask(task, cells -> new CodeAssist(cells).describe(
                Json.string(request, "code", ""), Json.number(request, "cursor_pos", 0)));
        return Json.object("status", "ok", "found", found.isPresent(), "data", found.map(text ->
                Map.of(MimeBundle.TEXT, text)).orElse(Map.of()), "metadata", Map.of());
    }

    private JsonObject isComplete(CellTask task, JsonObject request) throws Throwable {
        CellRunner.Completeness status = java.ask(task, cells -> cells.completeness(Json.string(request, "code", "")));
        return Json.object("status", status.name().toLowerCase(Locale.ROOT), "indent", "");
    }
}
