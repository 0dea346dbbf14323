package org.faceunlock.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Files from a web server, at their own address or below that of a mirror. Thread-safe.
 *
 * <p>Proxies are those of the environment ({@link EnvironmentProxies}), unless Java was told of one by its own
 * properties. Redirects are followed by hand, at most five, and only to https; a mirror that the user named with http
 * may redirect within itself. A server that falls silent for longer than the patience is given up with an IOException.
 */
final class WebSource implements Source {

    private static final String WEB = "https://";
    private static final List<String> JAVAS_OWN =
            List.of("http.proxyHost", "https.proxyHost", "socksProxyHost", "java.net.useSystemProxies");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A server that has not begun to answer by then will not. */
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int REDIRECTS = 5;
    private static final Set<Integer> MAY_PASS = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final String prefix;
    private final Duration patience;
    private final EnvironmentProxies proxies;
    private final HttpClient client;

    /** The web itself. */
    WebSource() {
        this(WEB, PATIENCE);
    }

    /** A mirror below an address that ends in '/'. */
    WebSource(URI mirror) {
        this(mirror.toString(), PATIENCE);
    }

    WebSource(String prefix, Duration patience) {
        this(prefix, patience, System.getenv());
    }

    WebSource(String prefix, Duration patience, Map<String, String> environment) {
        this.prefix = prefix;
        this.patience = patience;
        this.proxies = new EnvironmentProxies(environment);
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(answer());
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
        HttpResponse<InputStream> response = follow(URI.create(place(file)), from);
        int status = response.statusCode();
        if (status == 200) {
            return opened(response, 0, response.headers().firstValueAsLong("Content-Length"));
        }
        if (status == 206) {
            ContentRange range = ContentRange.of(response.headers().firstValue("Content-Range").orElse(""));
            if (range.from() == from) {
                return opened(response, from, range.total());
            }
        }
        discard(response);
        if (from > 0 && (status == 206 || status == 416)) {
            return open(file, 0);
        }
        String answer = response.uri() + " answers " + status;
        if (MAY_PASS.contains(status)) {
            throw new IOException(answer);
        }
        throw new FetchException(answer + (status == 407 ? ": the proxy wants http://user:password@host:port; "
                : "; " + file.fileName() + " was expected there; ") + route(file));
    }

    private Opened opened(HttpResponse<InputStream> response, long from, OptionalLong total) {
        return new Opened(new PatientStream(response.body(), patience), from, total);
    }

    private HttpResponse<InputStream> follow(URI first, long from) throws IOException {
        URI address = first;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpResponse<InputStream> response = send(address, from);
            int status = response.statusCode();
            if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308) {
                return response;
            }
            discard(response);
            URI next = location(response);
            if (!"https".equals(next.getScheme()) && !staysInside(first, next)) {
                throw new FetchException(address + " redirects to " + next + ", which is not https; refused");
            }
            address = next;
        }
        throw new FetchException(first + " redirects more than " + REDIRECTS + " times; refused");
    }

    private static void discard(HttpResponse<InputStream> response) throws IOException {
        if (response.body() != null) { // that of a proxy which refuses to tunnel is null
            response.body().close();
        }
    }

    private static URI location(HttpResponse<InputStream> response) {
        String location = response.headers().firstValue("Location").orElse("");
        try {
            return response.uri().resolve(location);
        } catch (IllegalArgumentException e) {
            throw new FetchException(response.uri() + " redirects to '" + location + "', which is no address", e);
        }
    }

    private static boolean staysInside(URI first, URI next) {
        return "http".equals(first.getScheme()) && "http".equals(next.getScheme())
                && first.getRawAuthority().equals(next.getRawAuthority());
    }

    private Duration answer() {
        return patience.compareTo(ANSWER) < 0 ? patience : ANSWER;
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
}
