package org.faceunlock.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the photos below a folder, in an order that does not depend on the machine.
 *
 * <p>Order: by person, then by sub-folder, then by name, each compared code point by code point in composed form (NFC),
 * as torchvision's ImageFolder sorts. Hidden files and folders are left out; links are followed, and one that leads
 * back to a folder above it is left out.
 */
final class PhotoListing extends SimpleFileVisitor<Path> {

    private static final Set<String> EXTENSIONS =
            Set.of("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif");

    private static final Comparator<Found> ORDER = Comparator
            .comparing((Found found) -> found.photo().person(), PhotoListing::byCodePoint)
            .thenComparing(Found::folder, PhotoListing::byCodePoint)
            .thenComparing(Found::name, PhotoListing::byCodePoint)
            .thenComparing(found -> found.photo().file().toString());

    private final Path root;
    private final List<Found> photos = new ArrayList<>();

    private PhotoListing(Path root) {
        this.root = root;
    }

    private record Found(Photo photo, String folder, String name) {}

    /** The photos below a folder; empty if there are none. */
    static List<Photo> below(Path root) {
        PhotoListing listing = new PhotoListing(root);
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
        } catch (IOException e) {
            throw new UncheckedIOException("folder %s: could not be listed (%s); check its permissions"
                    .formatted(root, e), e);
        }
        return listing.photos.stream().sorted(ORDER).map(Found::photo).toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        return !folder.equals(root) && Files.isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        // a broken link is kept, to be reported as unreadable; a pipe or device is not, as reading it may never end
        if (!attributes.isOther() && !Files.isHidden(file) && isListed(file)) {
            Path inside = root.relativize(file);
            String person = inside.getNameCount() > 1 ? inside.getName(0).toString() : "";
            photos.add(new Found(new Photo(file, person), folder(inside), composed(inside.getFileName().toString())));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof FileSystemLoopException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }

    private static String folder(Path inside) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < inside.getNameCount() - 1; i++) {
            names.add(composed(inside.getName(i).toString()));
        }
        return String.join("/", names);
    }

    /** Whether a file of that name is listed. */
    static boolean isListed(Path file) {
        return EXTENSIONS.contains(extension(file));
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Compares as Python does; {@link String#compareTo} would put code points beyond 16 bits before some others. */
    static int byCodePoint(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }
}
