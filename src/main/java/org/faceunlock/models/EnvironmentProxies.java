package org.faceunlock.models;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxy for an address by the variables that curl, pip and their like go by: {@code https_proxy}, {@code
 * http_proxy}, {@code all_proxy} and {@code no_proxy}, in lower before upper case. Immutable and thread-safe.
 *
 * <p>A proxy is {@code http://user:password@host:port}, user and password percent-encoded where they must be; without a
 * scheme it is http, without a port 80. {@code no_proxy} lists hosts, each with all below it, networks such as
 * 10.0.0.0/8, and {@code *} for everything. This machine itself is never asked for by way of a proxy.
 */
final class EnvironmentProxies extends ProxySelector {

    /** Java does not send a password to a proxy that tunnels https unless this property of it is set to nothing. */
    private static final String TUNNELING = "jdk.http.auth.tunneling.disabledSchemes";
    private static final Pattern FORM =
            Pattern.compile("(?i)(?:(\\w+)://)?(?:(.*)@)?(\\[[0-9a-f:.]+]|[^:/@\\[\\]\\s]+)(?::(\\d{1,5}))?/?");
    private static final int PORT = 80;

    private final Map<String, String> environment;

    EnvironmentProxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
        if (Stream.of("http", "https").anyMatch(scheme -> setting(scheme).flatMap(Setting::login).isPresent())
                && System.getProperty(TUNNELING) == null) {
            System.setProperty(TUNNELING, "");
        }
    }

    /** A proxy and the variable that names it; its password is in no text. */
    private record Setting(String variable, String host, int port, Optional<PasswordAuthentication> login) {

        static Setting of(String variable, String value) {
            Matcher form = FORM.matcher(value.strip());
            if (!form.matches() || form.group(1) != null && !form.group(1).equalsIgnoreCase("http")) {
                throw new FetchException("%s: expected http://host:port, found '%s'; %s".formatted(variable,
                        value.replaceFirst("[^/]*@", ""), "Java asks proxies by http only"));
            }
            int port = form.group(4) == null ? PORT : Integer.parseInt(form.group(4));
            return new Setting(variable, form.group(3), port, Optional.ofNullable(form.group(2)).map(text ->
                    new PasswordAuthentication(decoded(text.replaceFirst(":.*", "")),
                            decoded(text.replaceFirst("^[^:]*:?", "")).toCharArray())));
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }

    private Optional<Setting> setting(String scheme) {
        return Stream.of(scheme + "_proxy", "all_proxy")
                .flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)))
                .filter(name -> !environment.getOrDefault(name, "").isBlank()).findFirst()
                .map(name -> Setting.of(name, environment.get(name)));
    }

    private Optional<Setting> setting(URI address) {
        return direct(address) ? Optional.empty() : setting(address.getScheme().toLowerCase(Locale.ROOT));
    }

    private boolean direct(URI address) {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String none = Stream.of("no_proxy", "NO_PROXY").map(name -> environment.getOrDefault(name, ""))
                .filter(Predicate.not(String::isBlank)).findFirst().orElse("");
        return host.matches("localhost|127\\..*|\\[::1]")
                || Stream.of(none.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .map(entry -> entry.replaceFirst("^\\*?\\.", ""))
                        .anyMatch(entry -> entry.equals("*") || isIn(host, entry.replaceFirst(":\\d+$", "")));
    }

    private static boolean isIn(String host, String entry) {
        return !entry.isEmpty() && (host.equals(entry) || host.endsWith("." + entry) || isInNetwork(host, entry));
    }

    private static boolean isInNetwork(String host, String entry) {
        String[] network = entry.split("/", 2);
        if (network.length < 2 || !host.matches("[0-9.]+|\\[.*]") || !network[1].matches("\\d{1,3}")) {
            return false;
        }
        try {
            byte[] from = InetAddress.getByName(network[0]).getAddress();
            byte[] of = InetAddress.getByName(host).getAddress();
            int rest = Math.max(0, 8 * from.length - Integer.parseInt(network[1]));
            return of.length == from.length
                    && new BigInteger(1, of).shiftRight(rest).equals(new BigInteger(1, from).shiftRight(rest));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public List<Proxy> select(URI address) {
        return List.of(setting(address).map(proxy -> new Proxy(Proxy.Type.HTTP,
                InetSocketAddress.createUnresolved(proxy.host(), proxy.port()))).orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // whoever asked is told by the exception
    }

    /** Gives the user and password of the proxy, and of nobody else. */
    Authenticator login() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                Optional<Setting> proxy = setting(URI.create(getRequestingURL().toString()));
                return getRequestorType() == RequestorType.PROXY ? proxy.flatMap(Setting::login).orElse(null) : null;
            }
        };
    }

    /** How an address is reached, for a message. */
    String route(URI address) {
        return setting(address).map(proxy -> "by way of the proxy %s:%s, which %s names"
                .formatted(proxy.host(), proxy.port(), proxy.variable()))
                .orElseGet(() -> "directly; behind a proxy, set %s_proxy".formatted(address.getScheme()));
    }
}
