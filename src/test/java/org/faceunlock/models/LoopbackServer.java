package org.faceunlock.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that answers every request as it is told and notes the Range of each. */
final class LoopbackServer implements AutoCloseable {

    /** What to do with one request; whatever it leaves open is closed. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Optional<String>> ranges = new CopyOnWriteArrayList<>();

    LoopbackServer(Answer answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            ranges.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")));
            try (exchange) {
                answer.give(exchange);
            }
        });
        server.start();
    }

    /** Serves these bytes, from the byte that the request asks for. */
    static Answer withRanges(byte[] content) {
        return exchange -> {
            int from = from(exchange);
            if (from >= content.length) {
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (from > 0) {
                exchange.getResponseHeaders().set("Content-Range",
                        "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
            exchange.getResponseBody().write(content, from, content.length - from);
        };
    }

    /** Serves these bytes from the first on, whatever the request asks for. */
    static Answer withoutRanges(byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        };
    }

    /** Serves these bytes without saying how many there are. */
    static Answer chunked(byte[] content) {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
        };
    }

    /** Answers with a bare status. */
    static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    /** Sends elsewhere. */
    static Answer redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        };
    }

    /** The first byte that a request asks for. */
    static int from(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    }

    /** The address of the server, as a mirror is named. */
    String address() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** The Range header of each request so far. */
    List<Optional<String>> ranges() {
        return List.copyOf(ranges);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
