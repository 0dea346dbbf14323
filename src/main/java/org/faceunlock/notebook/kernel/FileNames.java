package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Completes the paths of files. */
final class FileNames {
    private static final int MOST = 200;

    private FileNames() {
    }

    /** How the name that ends {@code begin} may go on: names of files, and of folders with a slash, sorted. */
    static List<String> after(String begin) {
        int slash = begin.lastIndexOf('/') + 1;
        String part = begin.substring(slash);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(begin.substring(0, slash)),
                file -> isShown(file.getFileName().toString(), part))) {
            for (Path file : files) {
                names.add(file.getFileName() + (Files.isDirectory(file) ? "/" : ""));
            }
        } catch (IOException | DirectoryIteratorException | InvalidPathException e) {
            return List.of(); // no such folder
        }
        Collections.sort(names);
        return names.subList(0, Math.min(MOST, names.size()));
    }

    private static boolean isShown(String name, String begin) {
        return name.startsWith(begin) && (!name.startsWith(".") || begin.startsWith("."));
    }
}
