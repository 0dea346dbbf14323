package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Works on the messages of the shell channel, one after the other, in the order in which they came.
 *
 * <p>Around each of them: busy, the reply, idle, whatever happens in between. When a cell failed or was interrupted,
 * the cells that the page had sent by then are not run, so that "Run All" stops where the error is. What was sent by
 * then is told by the page's own clock, as it stands in the messages, for a page may run on another machine.
 */
final class ShellThread {
    /** How long after an interrupt of an idle kernel a cell may come that was sent before it, on the other socket. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(1);
    private final BlockingQueue<Received> waiting = new LinkedBlockingQueue<>();
    private final KernelSockets sockets;
    private final IoPub page;
    private final KernelRequests requests;
    private Optional<Received> running = Optional.empty();
    private Optional<CellTask> task = Optional.empty();
    private Optional<Received> earlyInterrupt = Optional.empty();
    private Cut failed = Cut.NONE;
    private Cut interrupted = Cut.NONE;

    private record Received(Message message, Instant at) {
        boolean isCell() {
            return message.type().equals("execute_request");
        }

        boolean stopsOnError() {
            return Json.flag(message.content(), "stop_on_error", true);
        }
    }

    /** A moment, also by the clock of one page: cells that were here or on their way then are not run. */
    private record Cut(Instant here, String session, Instant there) {
        static final Cut NONE = new Cut(Instant.MIN, "", Instant.MIN);

        /** Now, here and by the clock of the page that sent a message. */
        static Cut now(Received received) {
            Instant now = Instant.now();
            Duration elapsed = Duration.between(received.at(), now);
            return new Cut(now, received.message().session(), received.message().sent(Instant.MIN).plus(elapsed));
        }

        boolean holds(Received cell) {
            return !cell.at().isAfter(here) || cell.message().session().equals(session)
                    && cell.message().sent(Instant.MAX).isBefore(there);
        }
    }

    ShellThread(KernelSockets sockets, IoPub page, KernelRequests requests) {
        this.sockets = sockets;
        this.page = page;
        this.requests = requests;
    }

    void start() {
        Thread thread = new Thread(this::work, "shell");
        thread.setDaemon(true);
        thread.start();
    }

    /** Puts a message into the queue. */
    void receive(Message message) {
        waiting.add(new Received(message, Instant.now()));
    }

    /** The request that is worked on. */
    synchronized Optional<CellTask> task() {
        return task;
    }

    /** Stops the request that is worked on, and lets the cells that wait behind it go. */
    synchronized void interrupt(Message request) {
        if (task.isEmpty()) {
            earlyInterrupt = Optional.of(new Received(request, Instant.now()));
        } else {
            interrupted = Cut.now(running.get());
            task.get().stop();
        }
    }

    private void work() {
        while (true) {
            try {
                handle(waiting.take());
                MemoryReserve.restore();
            } catch (Throwable t) {
                MemoryReserve.releaseFor(t);
                KernelLog.line("a request was not answered: " + t.getClass().getName());
            }
        }
    }

    private void handle(Received received) {
        Message message = received.message();
        CellTask now = new CellTask(message,
                (stream, text) -> page.stream(message.header(), stream, text));
        boolean isRun = begin(received, now);
        page.status(message.header(), "busy");
        try {
            Optional<JsonObject> reply = isRun ? answer(received, now)
                    : Optional.of(Json.object("status", "aborted"));
            reply.ifPresent(content -> sockets.send(KernelSockets.Channel.SHELL, message.reply(content)));
        } finally {
            end();
            page.status(message.header(), "idle");
        }
    }

    /** Whether the message is to be worked on; a cell may have been let go. */
    private synchronized boolean begin(Received received, CellTask now) {
        task = Optional.of(now);
        running = Optional.of(received);
        return !received.isCell() || !(interrupted.holds(received) || earlyInterrupt.filter(i -> meant(i, received))
                .isPresent() || failed.holds(received) && received.stopsOnError());
    }

    private static boolean meant(Received interrupt, Received cell) {
        return Duration.between(interrupt.at(), cell.at()).compareTo(ON_THE_WAY) < 0
                && cell.message().sent(Instant.MAX).isBefore(interrupt.message().sent(Instant.MIN));
    }

    private synchronized void end() {
        task = Optional.empty();
        running = Optional.empty();
    }

    private Optional<JsonObject> answer(Received received, CellTask now) {
        Message message = received.message();
        try {
            return requests.answer(now, message);
        } catch (Throwable t) {
            MemoryReserve.releaseFor(t);
            JsonObject error = CellFailure.of(t, requests.count());
            now.printed().finish();
            page.error(message.header(), error);
            if (received.isCell() && received.stopsOnError()) {
                failed = Cut.now(received);
            }
            JsonObject reply = error.deepCopy();
            reply.addProperty("status", "error");
            return message.isRequest() ? Optional.of(reply) : Optional.empty();
        } finally {
            now.printed().finish();
        }
    }
}
