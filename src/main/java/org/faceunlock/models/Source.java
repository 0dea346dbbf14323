package org.faceunlock.models;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Where the bytes of a file are read from: a mirror, the web, or npm. */
public interface Source {

    /** The variable that names a mirror: a folder or an address that stands in place of {@code https://}. */
    String VARIABLE = "FACE_UNLOCK_MIRROR";

    /** One word for a message and an option: {@code mirror}, {@code web} or {@code npm}. */
    String name();

    /** Whether it may have the file at all. */
    boolean serves(RemoteFile file);

    /**
     * Opens a file at a byte; a source that cannot start there starts at 0 and says so.
     *
     * @throws IOException when it may work the next time
     * @throws FetchException when it will not
     */
    Opened open(RemoteFile file, long from) throws IOException;

    /** Where this source has the file: an address or a path. */
    String place(RemoteFile file);

    /** How it is reached and what could be done about that, for a message; empty if there is nothing to say. */
    default String route(RemoteFile file) {
        return "";
    }

    /**
     * The bytes of a file as a source gives them.
     *
     * @param body to be read to its end and closed
     * @param from the number of the first byte of the body
     * @param total the size of the whole file as the source announces it
     */
    record Opened(InputStream body, long from, OptionalLong total) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** The mirror that {@code FACE_UNLOCK_MIRROR} names, if it does, then the web, then npm. */
    static List<Source> all() {
        String mirror = System.getenv(VARIABLE);
        List<Source> published = List.of(new WebSource(), new NpmSource(Npm.USUAL));
        return mirror == null || mirror.isBlank() ? published
                : Stream.concat(Stream.of(mirror(mirror.strip())), published.stream()).toList();
    }

    /**
     * One of {@link #all}.
     *
     * @param name {@code mirror}, {@code web} or {@code npm}
     */
    static List<Source> named(String name) {
        List<Source> found = all().stream().filter(source -> source.name().equals(name)).toList();
        if (found.isEmpty()) {
            throw new FetchException(name.equals("mirror") ? "there is no mirror: set " + VARIABLE + " to one"
                    : "source: expected mirror, web or npm, found '" + name + "'");
        }
        return found;
    }

    /**
     * A mirror: below it lies every file at {@code host/path} of its address, or at {@code npm/NAME@VERSION/ENTRY}.
     *
     * @param mirror a folder, a {@code file:} address, or an {@code http(s)://} address
     */
    static Source mirror(String mirror) {
        if (mirror.matches("(?i)https?://.*")) {
            return new WebSource(URI.create(mirror.replaceFirst("/?$", "/")).toString(), WebSource.SILENCE);
        }
        try {
            Path folder = mirror.matches("(?i)file:.*") ? Path.of(URI.create(mirror)) : Path.of(mirror);
            if (Files.isDirectory(folder)) {
                return new FolderSource(folder);
            }
            throw new IllegalArgumentException("there is no such folder");
        } catch (IllegalArgumentException e) {
            throw new FetchException(VARIABLE + ": expected a folder or an http(s) address, found '" + mirror
                    + "', which is neither", e);
        }
    }
}
