package org.faceunlock.models;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of everything that is fetched once and kept: {@code FACE_UNLOCK_HOME}, or the platform's cache folder.
 *
 * <p>Linux: {@code $XDG_CACHE_HOME/face-unlock} or {@code ~/.cache/face-unlock}; macOS:
 * {@code ~/Library/Caches/face-unlock}; Windows: {@code %LOCALAPPDATA%\face-unlock}. A variable that is set to nothing
 * counts as not set; a relative XDG_CACHE_HOME is passed over, as the XDG base directory specification asks.
 */
public final class StoreHome {

    /** The variable that names the folder. */
    public static final String VARIABLE = "FACE_UNLOCK_HOME";

    private StoreHome() {
    }

    /** The folder for this process; it need not exist yet. */
    public static Path fromEnvironment() {
        return of(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    static Path of(Map<String, String> environment, String system, Path userHome) {
        return variable(environment, VARIABLE)
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .orElseGet(() -> cache(environment, system.toLowerCase(Locale.ROOT), userHome).resolve("face-unlock"));
    }

    private static Path cache(Map<String, String> environment, String system, Path userHome) {
        if (system.startsWith("windows")) {
            return variable(environment, "LOCALAPPDATA").map(Path::of)
                    .orElse(userHome.resolve("AppData").resolve("Local"));
        }
        if (system.startsWith("mac")) {
            return userHome.resolve("Library").resolve("Caches");
        }
        return variable(environment, "XDG_CACHE_HOME").map(Path::of).filter(Path::isAbsolute)
                .orElse(userHome.resolve(".cache"));
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
