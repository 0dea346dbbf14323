package org.faceunlock.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A web server on this machine that answers every request as it is told and notes the Range of each. */
final class LoopbackServer implements AutoCloseable {

    /** What to do with one request; whatever it leaves open is closed. */
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    private interface Creation {
        HttpServer create(InetSocketAddress address, int backlog) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Optional<String>> ranges = new CopyOnWriteArrayList<>();

    LoopbackServer(Answer answer) {
        this(answer, HttpServer::create);
    }

    /** The same by https. */
    LoopbackServer(Answer answer, SSLContext certified) {
        this(answer, (address, backlog) -> {
            HttpsServer secure = HttpsServer.create(address, backlog);
            secure.setHttpsConfigurator(new HttpsConfigurator(certified));
            return secure;
        });
    }

    private LoopbackServer(Answer answer, Creation creation) {
        try {
            server = creation.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
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

    /** A certificate for this machine, and trust in it alone. */
    static SSLContext certified(Path folder) throws Exception {
        Path store = folder.resolve("certificate.p12");
        String password = "password";
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "test", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=ip:127.0.0.1",
                "-keystore", store.toString(), "-storepass", password).inheritIO().start().waitFor();
        KeyStore keys = KeyStore.getInstance(store.toFile(), password.toCharArray());
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password.toCharArray());
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
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
        return (server instanceof HttpsServer ? "https://" : "http://")
                + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
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
