package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * A page's end of a kernel's sockets: it sends what it is told, right or wrong, and collects what comes back.
 *
 * <p>One thread touches the sockets; safe for use by many.
 */
final class KernelClient implements AutoCloseable {
    private static final String OUTBOX = "inproc://outbox";
    private static final Duration START = Duration.ofSeconds(90);
    private final ConnectionFile connection;
    private final MessageCodec codec;
    private final ZContext context = new ZContext();
    private final List<ZMQ.Socket> sockets = new ArrayList<>();
    private final ZMQ.Socket outbox = context.createSocket(SocketType.PAIR);
    private final ZMQ.Socket toSend = context.createSocket(SocketType.PAIR);
    private final Map<String, Exchange> exchanges = new ConcurrentHashMap<>();
    private final BlockingQueue<String> echoes = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::exchangeFrames, "kernel client");

    /** The sockets of a kernel; the first three are those of {@link KernelSockets.Channel}. */
    private enum End { SHELL, CONTROL, STDIN, HEARTBEAT, IOPUB }

    KernelClient(ConnectionFile connection) {
        this.connection = connection;
        codec = new MessageCodec(connection);
        byte[] identity = UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII);
        for (End end : End.values()) {
            sockets.add(context.createSocket(end == End.IOPUB ? SocketType.SUB : SocketType.DEALER));
            ZMQ.Socket socket = sockets.get(end.ordinal());
            socket.setHWM(0);
            socket.setLinger(0);
            socket.setReconnectIVL(20);
            if (end == End.IOPUB) {
                socket.subscribe(new byte[0]);
            } else {
                socket.setIdentity(identity);
            }
            socket.connect(connection.address(port(end)));
        }
        toSend.bind(OUTBOX);
        outbox.connect(OUTBOX);
        thread.setDaemon(true);
        thread.start();
    }

    private int port(End end) {
        return switch (end) {
            case SHELL -> connection.shell();
            case CONTROL -> connection.control();
            case STDIN -> connection.stdin();
            case HEARTBEAT -> connection.heartbeat();
            case IOPUB -> connection.iopub();
        };
    }

    private void exchangeFrames() {
        try (ZMQ.Poller poller = context.createPoller(sockets.size() + 1)) {
            sockets.forEach(socket -> poller.register(socket, ZMQ.Poller.POLLIN));
            int sending = poller.register(toSend, ZMQ.Poller.POLLIN);
            while (true) {
                poller.poll(-1);
                for (ZMQ.Socket socket : sockets) {
                    for (List<byte[]> frames = next(socket); !frames.isEmpty(); frames = next(socket)) {
                        if (socket == sockets.get(End.HEARTBEAT.ordinal())) {
                            echoes.add(new String(frames.get(frames.size() - 1), StandardCharsets.US_ASCII));
                        } else {
                            codec.decode(frames).ifPresent(this::collect);
                        }
                    }
                }
                if (poller.pollin(sending)) {
                    List<byte[]> frames = next(toSend);
                    if (frames.get(0).length == 0) {
                        return;
                    }
                    send(sockets.get(frames.get(0)[0]), frames.subList(1, frames.size()));
                }
            }
        }
    }

    private static List<byte[]> next(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        for (byte[] frame = socket.recv(ZMQ.DONTWAIT); frame != null; frame = socket.recv()) {
            frames.add(frame);
            if (!socket.hasReceiveMore()) {
                break;
            }
        }
        return frames;
    }

    private static void send(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i == frames.size() - 1 ? 0 : ZMQ.SNDMORE);
        }
    }

    private void collect(Message message) {
        Exchange exchange = exchanges.get(Json.string(message.parent(), "msg_id", ""));
        if (exchange != null) {
            exchange.add(message);
        }
    }

    /** Sends frames as they are, without what DEALER sockets add, and expects nothing. */
    void sendFrames(KernelSockets.Channel channel, List<byte[]> frames) {
        sendTo(channel.ordinal(), frames);
    }

    private synchronized void sendTo(int socket, List<byte[]> frames) {
        List<byte[]> all = new ArrayList<>(List.of(new byte[] {(byte) socket}));
        all.addAll(frames);
        send(outbox, all);
    }

    /** The frames of a message with the right signature. */
    List<byte[]> frames(Message message) {
        return codec.encode(message);
    }

    /** The key that messages are signed with. */
    String key() {
        return connection.key();
    }

    /** A new message of this page. */
    static Message message(String type, JsonObject content, List<byte[]> buffers) {
        Message made = Message.published(type, new JsonObject(), new JsonObject(), content, buffers);
        return new Message(List.of(), made.header(), made.parent(), made.metadata(), content, buffers);
    }

    /** Sends a message. */
    Exchange send(KernelSockets.Channel channel, Message message) {
        Exchange exchange = new Exchange(message, this);
        exchanges.put(Json.string(message.header(), "msg_id", ""), exchange);
        sendFrames(channel, frames(message));
        return exchange;
    }

    /** Sends a message of the shell channel, with names and values of its content in turn. */
    Exchange shell(String type, Object... namesAndValues) {
        return send(KernelSockets.Channel.SHELL, message(type, Json.object(namesAndValues), List.of()));
    }

    /** A cell of a page that can be asked for input. */
    static Message cell(String code) {
        return message("execute_request", Json.object("code", code, "silent", false, "store_history", true,
                "user_expressions", Map.of(), "allow_stdin", true, "stop_on_error", true), List.of());
    }

    /** Sends a cell. */
    Exchange execute(String code) {
        return send(KernelSockets.Channel.SHELL, cell(code));
    }

    /** Runs a cell to its end. */
    Exchange run(String code) {
        return execute(code).answered();
    }

    Exchange control(String type, Object... namesAndValues) {
        return send(KernelSockets.Channel.CONTROL, message(type, Json.object(namesAndValues), List.of()));
    }

    Exchange interrupt() {
        return control("interrupt_request");
    }

    /** Answers a cell that has asked for input. */
    void input(String line) {
        sendFrames(KernelSockets.Channel.STDIN, frames(message("input_reply", Json.object("value", line),
                List.of())));
    }

    void forget(Exchange exchange) {
        exchanges.values().remove(exchange);
    }

    /** Waits until the kernel answers and this page hears what it publishes. */
    KernelClient ready() {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            Exchange info = shell("kernel_info_request");
            try {
                info.answered(Duration.ofMillis(300));
                return this;
            } catch (AssertionError e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                info.forget();
            }
        }
    }

    /**
     * Whether a beat of the heart comes back in time.
     *
     * <p>The beat goes over a socket that is as old as this client, as a page's does. (A socket of JeroMQ's
     * REQ kind for each beat missed 2 in 100 answers of a kernel that answered 300 of 300 to libzmq.)
     */
    boolean beats(Duration patience) {
        String beat = UUID.randomUUID().toString();
        sendTo(End.HEARTBEAT.ordinal(), List.of(new byte[0], beat.getBytes(StandardCharsets.US_ASCII)));
        try {
            long end = System.nanoTime() + patience.toNanos();
            for (String echo = ""; echo != null;) {
                echo = echoes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (beat.equals(echo)) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    @Override
    public void close() {
        synchronized (this) {
            outbox.send(new byte[0]);
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        context.close();
    }
}
