package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Works on the messages of the control channel, which never wait for a cell: interrupts and the end of the kernel. */
final class ControlThread {
    private final BlockingQueue<Message> waiting = new LinkedBlockingQueue<>();
    private final KernelSockets sockets;
    private final IoPub page;
    private final Consumer<Message> interrupt;
    private final Runnable end;
    private final JsonObject info;

    /** A thread that hands interrupts on, ends the kernel, and otherwise answers what the kernel is. */
    ControlThread(KernelSockets sockets, IoPub page, JsonObject info, Consumer<Message> interrupt, Runnable end) {
        this.sockets = sockets;
        this.page = page;
        this.info = info;
        this.interrupt = interrupt;
        this.end = end;
    }

    void start() {
        Thread thread = new Thread(this::work, "control");
        thread.setDaemon(true);
        thread.start();
    }

    void receive(Message message) {
        waiting.add(message);
    }

    private void work() {
        while (true) {
            try {
                handle(waiting.take());
            } catch (Throwable t) {
                KernelLog.line("a control request was not answered: " + t.getClass().getName());
            }
        }
    }

    private void handle(Message message) {
        page.status(message.header(), "busy");
        try {
            if (message.isRequest()) {
                sockets.send(KernelSockets.Channel.CONTROL, message.reply(answer(message)));
            }
        } finally {
            page.status(message.header(), "idle");
        }
        if (message.type().equals("shutdown_request")) {
            end.run();
        }
    }

    private JsonObject answer(Message message) {
        switch (message.type()) {
            case "interrupt_request" -> {
                interrupt.accept(message);
                return Json.object("status", "ok");
            }
            case "shutdown_request" -> {
                return Json.object("status", "ok", "restart", Json.flag(message.content(), "restart", false));
            }
            case "kernel_info_request" -> {
                return info;
            }
            default -> {
                return Json.object("status", "error", "ename", "UnknownRequest", "evalue",
                        "this kernel knows no " + message.type(), "traceback", new Object[0]);
            }
        }
    }
}
