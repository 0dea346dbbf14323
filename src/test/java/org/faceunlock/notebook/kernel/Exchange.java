package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One message to the kernel, and all that came with it as parent, in the order of arrival. Safe for many threads. */
final class Exchange {
    private final Message sent;
    private final KernelClient client;
    private final List<Message> received = new ArrayList<>();

    Exchange(Message sent, KernelClient client) {
        this.sent = sent;
        this.client = client;
    }

    synchronized void add(Message message) {
        received.add(message);
        notifyAll();
    }

    Message sent() {
        return sent;
    }

    /** Waits until the reply (if it is a request) and the idle status have come; fails with what has come instead. */
    Exchange answered(Duration patience) {
        return await(patience, "is answered", Exchange::isAnswered);
    }

    Exchange answered() {
        return answered(Duration.ofSeconds(60));
    }

    /** Waits until it looks as wanted; fails with what has come instead. */
    synchronized Exchange await(Duration patience, String what, Predicate<Exchange> wanted) {
        long end = System.nanoTime() + patience.toNanos();
        while (!wanted.test(this)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("waited " + patience.toMillis() + " ms until it " + what + ": " + this);
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return this;
    }

    /** Waits until the cell has printed a text. */
    Exchange printed(String text) {
        return await(Duration.ofSeconds(60), "prints " + text, exchange -> exchange.text().contains(text));
    }

    synchronized List<Message> all() {
        return List.copyOf(received);
    }

    List<JsonObject> contents(String type) {
        return all().stream().filter(message -> message.type().equals(type)).map(Message::content).toList();
    }

    List<String> statuses() {
        return contents("status").stream().map(status -> Json.string(status, "execution_state", "")).toList();
    }

    boolean isAnswered() {
        return statuses().contains("idle") && (!sent.isRequest() || !replies().isEmpty());
    }

    private List<JsonObject> replies() {
        return sent.isRequest() ? contents(sent.type().replace("_request", "_reply")) : List.of();
    }

    /** The content of the reply, which must be there. */
    JsonObject reply() {
        return replies().stream().findFirst().orElseThrow(() -> new AssertionError("no reply: " + this));
    }

    /** The reply's status: ok, error or aborted. */
    String status() {
        return Json.string(reply(), "status", "none");
    }

    /** The text of the cell's value; empty if it has none. */
    String value() {
        return contents("execute_result").stream().map(result -> Json.child(result, "data"))
                .map(data -> Json.string(data, "text/plain", "")).findFirst().orElse("");
    }

    /** All that was printed, on both streams. */
    String text() {
        return contents("stream").stream().map(part -> Json.string(part, "text", ""))
                .collect(Collectors.joining());
    }

    /** All that a reader sees below the cell: what was printed, values, errors. */
    String shown() {
        return all().stream().filter(message -> List.of("stream", "execute_result", "display_data", "error")
                .contains(message.type())).map(message -> Json.text(message.content()))
                .collect(Collectors.joining("\n"));
    }

    /** What threads print that may outlive their cells. */
    static final String LATE = "late";

    private static boolean isLate(Message message) {
        return message.type().equals("stream") && Json.string(message.content(), "text", "").strip().equals(LATE);
    }

    /** Busy once, what came of it, idle once, one reply, in this order; an empty text if so,
            otherwise what is wrong. */
    String disorder() {
        List<String> statuses = statuses();
        int expected = sent.isRequest() ? 1 : 0;
        List<Message> all = all().stream().filter(message -> !message.type().endsWith("_reply")
                && !message.type().equals("input_request") && !isLate(message)).toList();
        boolean framed = statuses.equals(List.of("busy", "idle")) && all.get(0).type().equals("status")
                && all.get(all.size() - 1).type().equals("status");
        return framed && replies().size() == expected ? "" : toString();
    }

    /** Marks the channel's request as one that nobody waits for. */
    void forget() {
        client.forget(this);
    }

    @Override
    public String toString() {
        String request = sent.type() + " " + shortened(Json.text(sent.content()));
        return request + " <- " + all().stream().limit(40).map(message -> message.type() + " "
                + shortened(Json.text(message.content()))).toList();
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "... (" + text.length() + " characters)";
    }
}
