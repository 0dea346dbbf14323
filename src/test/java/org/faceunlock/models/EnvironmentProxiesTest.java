package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentProxiesTest {

    private static final String WEB = "https://files.example.org/x";

    private final byte[] content = Samples.bytes(50_000, 11);
    private final RemoteFile file = Samples.file(content);

    @TempDir
    private Path store;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "https_proxy=http://proxy:3128 | https://a.org/ | proxy:3128",
        "HTTPS_PROXY=http://proxy:3128/ | https://a.org/ | proxy:3128",
        "https_proxy=http://low:1,HTTPS_PROXY=http://up:2 | https://a.org/ | low:1",
        "https_proxy=http://proxy:3128 | http://a.org/ | direct",
        "http_proxy=proxy | http://a.org/ | proxy:80",
        "HTTP_PROXY=[::1]:3128 | http://a.org/ | [::1]:3128",
        "all_proxy=HTTP://proxy:8080 | https://a.org/ | proxy:8080",
        "https_proxy=http://me:p@ss@proxy:3128 | https://a.org/ | proxy:3128",
        "https_proxy= | https://a.org/ | direct",
        "https_proxy=proxy:1 | https://localhost/ | direct",
        "http_proxy=proxy:1 | http://127.0.0.1:99/ | direct"})
    void theProxyIsThatOfTheVariable(String variables, String address, String expected) {
        assertThat(chosen(variables(variables), address)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "example.org | direct", ".example.org | direct", "*.example.org | direct", "FILES.example.org | direct",
        "a.com, example.org | direct", "a.com example.org:443 | direct", "* | direct", "ample.org | proxy:1",
        "le.org,xfiles.example.org | proxy:1", "'' | proxy:1"})
    void hostsOfNoProxyAreAskedDirectly(String none, String expected) {
        for (String name : List.of("no_proxy", "NO_PROXY")) {
            assertThat(chosen(Map.of("https_proxy", "proxy:1", name, none), WEB)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, 10.1.2.3, direct", "10.0.0.0/8, 11.1.2.3, proxy:1", "10.1.2.3, 10.1.2.3, direct",
        "fd00::/8, [fd12::1], direct", "fd00::/8, 10.1.2.3, proxy:1", "10.0.0.0/99, 10.1.2.3, proxy:1"})
    void networksOfNoProxyAreAskedDirectly(String network, String host, String expected) {
        assertThat(chosen(Map.of("http_proxy", "proxy:1", "no_proxy", network), "http://" + host + "/"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://me:secret@proxy:1080", "https://proxy:3128", "http://proxy:port", "http://a b"})
    void aProxyThatJavaCannotAskIsRefusedByTheNameOfItsVariable(String value) {
        assertThatThrownBy(() -> chosen(Map.of("https_proxy", value), WEB)).isInstanceOf(FetchException.class)
                .hasMessageStartingWith("https_proxy: expected http://host:port").hasMessageNotContaining("secret");
    }

    @Test
    void aProxyGetsItsUserAndPasswordAndFetches() {
        String login = "Basic " + Base64.getEncoder().encodeToString("me@home:p#w d".getBytes(StandardCharsets.UTF_8));
        try (LoopbackServer proxy = new LoopbackServer(exchange -> {
            if (login.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"))) {
                LoopbackServer.withRanges(content).give(exchange);
            } else {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"proxy\"");
                exchange.sendResponseHeaders(407, -1);
            }
        })) {
            String address = proxy.address().replace("http://", "http://me%40home:p%23w%20d@");
            fetch(Map.of("http_proxy", address));
            assertThat(store.resolve("net/net.pt")).hasBinaryContent(content);
        }
    }

    @Test
    void failuresNameProxyAndMirrorButNoPassword() {
        try (LoopbackServer proxy = new LoopbackServer(LoopbackServer.status(503))) {
            String address = proxy.address().replace("http://", "http://me:secret@");
            assertThatThrownBy(() -> fetch(Map.of("HTTP_PROXY", address))).isInstanceOf(FetchException.class)
                    .hasMessageContaining("answers 503").hasMessageContaining(proxy.address().substring(7))
                    .hasMessageContaining("HTTP_PROXY").hasMessageContaining("FACE_UNLOCK_MIRROR")
                    .hasMessageContaining("http://mirror.invalid/").hasMessageNotContaining("secret");
        }
    }

    @Test
    void aHostThatIsNotKnownIsToldInWords() {
        assertThatThrownBy(() -> fetch(Map.of())).isInstanceOf(FetchException.class)
                .hasMessageContaining("the name of the host, or of the proxy, is not known")
                .hasMessageContaining("asked directly; behind a proxy, set http_proxy")
                .hasMessageNotContaining("Exception");
    }

    private void fetch(Map<String, String> environment) {
        WebSource source = new WebSource("http://mirror.invalid/", Duration.ofSeconds(10), environment);
        new Fetcher(List.of(source), Samples.HASTY, FetchListener.SILENT).fetch(store, List.of(file));
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> variables = new HashMap<>();
        for (String variable : text.split(",")) {
            variables.put(variable.split("=", 2)[0], variable.split("=", 2)[1]);
        }
        return variables;
    }

    private static String chosen(Map<String, String> environment, String address) {
        Proxy proxy = new EnvironmentProxies(environment).select(URI.create(address)).get(0);
        InetSocketAddress place = (InetSocketAddress) proxy.address();
        return proxy.type() == Proxy.Type.DIRECT ? "direct" : place.getHostString() + ":" + place.getPort();
    }
}
