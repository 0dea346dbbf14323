package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * The kernel's five sockets, and the two threads that alone touch them.
 *
 * <p>One thread receives, the other takes what is to be sent from one queue, so that messages leave in the order in
 * which they were given, whichever socket they go to. Code of a cell never comes near a socket: an interrupt that
 * strikes a thread while it writes to one would close it. Nothing that goes wrong with one message ends a thread.
 */
final class KernelSockets implements AutoCloseable {
    /** The sockets that take messages from a page and answer it. */
    enum Channel { SHELL, CONTROL, STDIN }


    private static final String TO_RECEIVER = "inproc://to-receiver";
    private static final int LINGER_MILLIS = 1000;
    private static final byte[] END = {};
    private final MessageCodec codec;
    private final ZContext context = new ZContext(1);
    private final ZMQ.Socket publishing = socket(SocketType.PUB);
    private final ZMQ.Socket heartbeat = socket(SocketType.REP);
    private final Map<Channel, ZMQ.Socket> routers = new EnumMap<>(Channel.class);
    private final ZMQ.Socket toReceiver = socket(SocketType.PUSH);
    private final ZMQ.Socket fromSender = socket(SocketType.PULL);
    private final Map<Channel, Consumer<Message>> receivers = new EnumMap<>(Channel.class);
    private final BlockingQueue<Runnable> outbox = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(2);

    /** Binds all sockets; nothing is received before {@link #start}. */
    KernelSockets(ConnectionFile connection) {
        codec = new MessageCodec(connection);
        publishing.bind(connection.address(connection.iopub()));
        heartbeat.bind(connection.address(connection.heartbeat()));
        Map<Channel, Integer> ports = Map.of(Channel.SHELL, connection.shell(), Channel.CONTROL, connection.control(),
                Channel.STDIN, connection.stdin());
        ports.forEach((channel, port) -> {
            routers.put(channel, socket(SocketType.ROUTER));
            routers.get(channel).bind(connection.address(port));
        });
        fromSender.bind(TO_RECEIVER);
        toReceiver.connect(TO_RECEIVER);
    }

    private ZMQ.Socket socket(SocketType type) {
        ZMQ.Socket socket = context.createSocket(type);
        socket.setHWM(0); // nothing is dropped; what a cell may send is limited by its output
        socket.setLinger(LINGER_MILLIS);
        return socket;
    }

    /** Starts both threads; the receivers are called on the receiving one and must return at once. */
    void start(Consumer<Message> shell, Consumer<Message> control, Consumer<Message> stdin) {
        receivers.put(Channel.SHELL, shell);
        receivers.put(Channel.CONTROL, control);
        receivers.put(Channel.STDIN, stdin);
        daemon("sockets in", this::receive);
        daemon("sockets out", this::send);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Queues a message for every page. */
    void publish(Message message) {
        outbox.add(() -> {
            List<byte[]> frames = codec.encode(message);
            sendAll(publishing, frames);
        });
    }

    /** Queues a message for the page that its identities name. */
    void send(Channel channel, Message message) {
        outbox.add(() -> {
            List<byte[]> frames = new ArrayList<>(List.of(new byte[] {(byte) channel.ordinal()}));
            frames.addAll(codec.encode(message));
            sendAll(toReceiver, frames);
        });
    }

    private void send() {
        while (true) {
            try {
                sendOne(outbox.take());
            } catch (EndOfThread e) {
                closed.countDown();
                return;
            } catch (Throwable t) {
                report("A message could not be sent", t);
            }
        }
    }

    private static void sendOne(Runnable message) {
        try {
            message.run();
        } catch (OutOfMemoryError e) {
            MemoryReserve.releaseFor(e);
            message.run();
        }
    }

    private void receive() {
        try (ZMQ.Poller poller = context.createPoller(routers.size() + 2)) {
            routers.values().forEach(router -> poller.register(router, ZMQ.Poller.POLLIN));
            poller.register(fromSender, ZMQ.Poller.POLLIN);
            poller.register(heartbeat, ZMQ.Poller.POLLIN);
            while (true) {
                try {
                    poller.poll(-1);
                    routers.forEach(this::receiveAll);
                    forwardAll();
                    answerHeartbeats();
                } catch (EndOfThread e) {
                    break;
                } catch (Throwable t) {
                    MemoryReserve.releaseFor(t);
                    report("A message was lost", t);
                }
            }
        }
        routers.values().forEach(ZMQ.Socket::close);
        heartbeat.close();
        fromSender.close();
        closed.countDown();
    }

    private void answerHeartbeats() {
        for (byte[] beat = heartbeat.recv(ZMQ.DONTWAIT); beat != null; beat = heartbeat.recv(ZMQ.DONTWAIT)) {
            heartbeat.send(beat);
        }
    }

    private void receiveAll(Channel channel, ZMQ.Socket router) {
        for (List<byte[]> frames = receiveOne(router); !frames.isEmpty(); frames = receiveOne(router)) {
            try {
                codec.decode(frames).ifPresent(receivers.get(channel));
            } catch (Throwable t) {
                report("A message was not understood", t);
            }
        }
    }

    private void forwardAll() {
        for (List<byte[]> frames = receiveOne(fromSender); !frames.isEmpty(); frames = receiveOne(fromSender)) {
            if (frames.get(0).length == 0) {
                throw new EndOfThread();
            }
            sendAll(routers.get(Channel.values()[frames.get(0)[0]]), frames.subList(1, frames.size()));
        }
    }

    private static List<byte[]> receiveOne(ZMQ.Socket socket) {
        List<byte[]> frames = new ArrayList<>();
        for (byte[] frame = socket.recv(ZMQ.DONTWAIT); frame != null; frame = socket.recv()) {
            frames.add(frame);
            if (!socket.hasReceiveMore()) {
                break;
            }
        }
        return frames;
    }

    private static void sendAll(ZMQ.Socket socket, List<byte[]> frames) {
        for (int i = 0; i < frames.size(); i++) {
            boolean last = i == frames.size() - 1;
            if (!socket.send(frames.get(i), last ? 0 : ZMQ.SNDMORE)) {
                return; // the page is gone
            }
        }
    }

    private static void report(String what, Throwable why) {
        KernelLog.line(what + ": " + why);
    }

    /** Sends what is queued, then closes all sockets, each on its own thread; waits for that, but not for ever. */
    @Override
    public void close() {
        outbox.add(() -> {
            toReceiver.send(END);
            publishing.close();
            toReceiver.close();
            throw new EndOfThread();
        });
        try {
            if (closed.await(LINGER_MILLIS, TimeUnit.MILLISECONDS)) {
                context.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a thread of the sockets, whose loops nothing else ends. */
    private static final class EndOfThread extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
