package org.faceunlock.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The notebooks and the photos that they read, copied for a server: what a page saves stays out of the tree. */
final class ServedCopy {
    private ServedCopy() {
    }

    /** Empties a folder and makes the copy in it. */
    static Path in(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Path served = Files.createDirectories(folder.resolve("served"));
        for (String name : List.of("notebooks", "faces", "faces_test")) {
            copy(Path.of(name), served.resolve(name));
        }
        return served;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
