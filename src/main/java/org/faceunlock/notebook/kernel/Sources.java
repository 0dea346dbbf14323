package org.faceunlock.notebook.kernel;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The Java sources of classes, as far as they are on this machine.
 *
 * <p>Ours are under META-INF/sources beside the classes. Those of a library lie, as Maven names them, in
 * {@code library-1.0-sources.jar} beside {@code library-1.0.jar} or in the folder {@code sources} there; the JDK's are
 * its src.zip, which not every JDK has.
 */
final class Sources {
    private static final String OURS = "META-INF/sources/";

    /** A folder or archive, and a file in it. */
    private record Place(Path container, String file) {
        Optional<String> text() throws IOException {
            if (Files.isDirectory(container)) {
                Path path = container.resolve(file);
                return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
            }
            if (!Files.isReadable(container)) {
                return Optional.empty();
            }
            try (ZipFile archive = new ZipFile(container.toFile())) {
                ZipEntry entry = archive.getEntry(file);
                if (entry == null) {
                    return Optional.empty();
                }
                try (InputStream bytes = archive.getInputStream(entry)) {
                    return Optional.of(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private Sources() {
    }

    /** The text of the file that a class stands in. */
    static Optional<String> of(Class<?> type) {
        try {
            for (Place place : places(type)) {
                Optional<String> text = place.text();
                if (text.isPresent()) {
                    return text;
                }
            }
        } catch (IOException | URISyntaxException e) {
            return Optional.empty(); // no help is better than no answer
        }
        return Optional.empty();
    }

    private static List<Place> places(Class<?> type) throws URISyntaxException {
        String file = outermost(type).getName().replace('.', '/') + ".java";
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || !source.getLocation().getProtocol().equals("file")) {
            return List.of(new Place(Path.of(System.getProperty("java.home"), "lib", "src.zip"),
                    type.getModule().getName() + "/" + file));
        }
        Path classes = Path.of(source.getLocation().toURI());
        List<Place> places = new ArrayList<>(List.of(new Place(classes, OURS + file)));
        String name = classes.getFileName().toString();
        if (name.endsWith(".jar")) {
            String sources = name.replaceFirst("\\.jar$", "-sources.jar");
            places.add(new Place(classes.resolveSibling(sources), file));
            places.add(new Place(classes.resolveSibling("sources" + File.separator + sources), file));
        }
        return places;
    }

    /** The class itself, or that which it is nested in. */
    static Class<?> outermost(Class<?> type) {
        return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
    }
}
