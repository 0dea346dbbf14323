package org.faceunlock.models;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.IOUtils;

/**
 * Files from a web server, at their own address or below that of a mirror. Thread-safe.
 *
 * <p>Proxies are those of the environment ({@link EnvironmentProxies}), unless Java was told of one by its own
 * properties. Up to five redirects are followed, never from https to http. A server that sends nothing for too long is
 * given up with an IOException.
 */
final class WebSource implements Source {

    private static final String WEB = "https://";
    private static final List<String> JAVAS_OWN =
            List.of("http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies");
    static final Duration SILENCE = Duration.ofSeconds(30);
    /** A server that has not begun to answer by then will not. */
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final String prefix;
    private final Duration silence;
    private final EnvironmentProxies proxies;
    private final HttpClient client;

    /** The web itself. */
    WebSource() {
        this(WEB, SILENCE);
    }

    /** A mirror below an address that ends in '/', which may send nothing for so long. */
    WebSource(String prefix, Duration silence) {
        this(prefix, silence, System.getenv());
    }

    WebSource(String prefix, Duration silence, Map<String, String> environment) {
        this.prefix = prefix;
        this.silence = silence;
        this.proxies = new EnvironmentProxies(environment);
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(answer());
        boolean toldToJava = JAVAS_OWN.stream().anyMatch(name -> System.getProperty(name) != null);
        this.client = toldToJava ? builder.build() : builder.proxy(proxies).authenticator(proxies.login()).build();
    }

    @Override
    public String name() {
        return prefix.equals(WEB) ? "web" : "mirror";
    }

    @Override
    public boolean serves(RemoteFile file) {
        return !prefix.equals(WEB) || file.origin() instanceof Origin.Web;
    }

    @Override
    public String place(RemoteFile file) {
        return prefix + file.mirrorPath();
    }

    @Override
    public String route(RemoteFile file) {
        URI address = URI.create(place(file));
        String mirror = prefix.equals(WEB) ? "; without internet, set " + VARIABLE + " to a mirror"
                : "; the mirror " + prefix + " is that of " + VARIABLE;
        return "asked " + proxies.route(address) + mirror;
    }

    @Override
    public Opened open(RemoteFile file, long from) throws IOException {
        HttpResponse<InputStream> response = send(URI.create(place(file)), from);
        int status = response.statusCode();
        if (status == 200) {
            return new Opened(new TimedBody(response.body()), 0, response.headers().firstValueAsLong("Content-Length"));
        }
        ContentRange range = ContentRange.of(header(response, "Content-Range"));
        if (status == 206 && range.from() == from) {
            return new Opened(new TimedBody(response.body()), from, range.total());
        }
        if (response.body() != null) { // that of a proxy which refuses to tunnel is null
            response.body().close();
        }
        if (from > 0 && (status == 206 || status == 416)) {
            return open(file, 0);
        }
        String answer = response.uri() + " answers " + status;
        if (MAY_PASS.contains(status)) {
            throw new IOException(answer);
        }
        String reason = status == 407 ? ": the proxy wants http://user:password@host:port; "
                : status / 100 == 3 ? ": redirects to '" + header(response, "Location")
                        + "' are refused from https to anything but https, and after the fifth; "
                : "; " + file.fileName() + " was expected there; ";
        throw new FetchException(answer + reason + route(file));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private Duration answer() {
        return silence.compareTo(ANSWER) < 0 ? silence : ANSWER;
    }

    private HttpResponse<InputStream> send(URI address, long from) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(answer())
                .header("User-Agent", "face-unlock");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException("interrupted while fetching " + address, e);
        }
    }

    /**
     * Which part of a file a server sends (RFC 9110, section 14.4).
     *
     * @param from the first byte sent; -1 when the header cannot be read
     * @param total the size of the whole file, when the server knows it
     */
    record ContentRange(long from, OptionalLong total) {

        private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(?:(\\d{1,18})|\\*)");

        static ContentRange of(String header) {
            Matcher form = FORM.matcher(header.strip());
            if (!form.matches()) {
                return new ContentRange(-1, OptionalLong.empty());
            }
            return new ContentRange(Long.parseLong(form.group(1)),
                    form.group(2) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(form.group(2))));
        }
    }

    /** Ends when nothing arrives for too long; the client has no such limit for bodies. */
    private final class TimedBody extends FilterInputStream {

        TimedBody(InputStream body) {
            super(body);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            CompletableFuture<Void> inTime = new CompletableFuture<>();
            inTime.orTimeout(silence.toMillis(), TimeUnit.MILLISECONDS).whenComplete((done, late) -> {
                if (late != null) {
                    IOUtils.closeQuietly(in); // ends the read that waits
                }
            });
            try {
                int count = in.read(buffer, offset, length);
                if (inTime.complete(null)) {
                    return count;
                }
            } catch (IOException e) {
                if (inTime.complete(null)) {
                    throw e;
                }
            }
            throw new HttpTimeoutException("nothing arrived for " + silence.toMillis() / 1000.0 + " s");
        }
    }
}
