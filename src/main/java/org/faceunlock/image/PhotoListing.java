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
import java.util.Optional;
import java.util.Set;

/**
 * Finds the photos below a folder, in an order that does not depend on the machine.
 *
 * <p>Order: by person, then by sub-folder, then by name, each compared code point by code point in composed form (NFC),
 * as torchvision's ImageFolder sorts. Left out are hidden files and folders, the folders that systems and storage
 * devices keep beside photos, and pictures that this program wrote. Links are followed, but for one that leads to the
 * folder itself or to one above it. A folder that cannot be listed is kept as if it were a photo, to get its row.
 */
final class PhotoListing extends SimpleFileVisitor<Path> {

    private static final Set<String> NO_PEOPLE = Set.of("@eadir", "@recycle", "@recently-snapshot", "@tmp", "#recycle",
            "#snapshot", "__macosx", "$recycle.bin", "recycler", "system volume information", "lost+found",
            "network trash folder", "temporary items", "_gsdata_");

    private static final Comparator<Found> ORDER = Comparator
            .comparing((Found found) -> found.photo().person(), PhotoListing::byCodePoint)
            .thenComparing(Found::folder, PhotoListing::byCodePoint)
            .thenComparing(Found::name, PhotoListing::byCodePoint)
            .thenComparing(found -> found.photo().file().toString());

    private final Path root;
    private final Set<ProgramMark> accepted;
    private final List<Found> found = new ArrayList<>();
    private final List<Path> rejected = new ArrayList<>();

    PhotoListing(Path root, Set<ProgramMark> accepted) {
        this.root = root;
        this.accepted = accepted;
    }

    private record Found(Photo photo, String folder, String name) {}

    /** What lies below a folder. */
    static PhotoListing below(Path root, Set<ProgramMark> accepted) {
        PhotoListing listing = new PhotoListing(root, accepted);
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listing);
        } catch (IOException e) {
            throw new UncheckedIOException("folder %s: could not be listed".formatted(root), e);
        }
        return listing;
    }

    /** The photos, in order; empty if there are none. */
    List<Photo> photos() {
        return found.stream().sorted(ORDER).map(Found::photo).toList();
    }

    /** The pictures that bear a mark of this program which is not accepted. */
    List<Path> rejected() {
        return rejected.stream().sorted().toList();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        boolean enter = folder.equals(root) || !isHidden(folder) && !leadsUp(folder);
        return enter ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    private boolean leadsUp(Path folder) throws IOException {
        return Files.isSymbolicLink(folder) && root.toRealPath().startsWith(folder.toRealPath());
    }

    private static boolean isHidden(Path file) throws IOException {
        return isPassedOver(file.getFileName().toString()) || Files.isHidden(file);
    }

    /** Whether no file or folder of that name is looked at. */
    static boolean isPassedOver(String name) {
        return name.startsWith(".") || NO_PEOPLE.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        // a broken link is kept, to be reported as unreadable; a pipe or device is not, as reading it may never end
        if (!attributes.isOther() && !isHidden(file) && PhotoFormat.hasEnding(file)) {
            Optional<ProgramMark> mark = ProgramMark.of(file);
            if (mark.isEmpty() || accepted.contains(mark.get())) {
                add(file, root.relativize(file).getNameCount() > 1);
            } else {
                rejected.add(file);
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        boolean loop = failure instanceof FileSystemLoopException;
        boolean folder = Files.isDirectory(file);
        if (!loop && (file.equals(root) || !isHidden(file) && (folder || PhotoFormat.hasEnding(file)))) {
            add(file, !file.equals(root) && (folder || root.relativize(file).getNameCount() > 1));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, failure);
    }

    private void add(Path file, boolean ofPerson) {
        Path inside = root.relativize(file);
        String person = ofPerson ? inside.getName(0).toString() : "";
        found.add(new Found(new Photo(file, person), folder(inside), composed(inside.getFileName().toString())));
    }

    private static String folder(Path inside) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < inside.getNameCount() - 1; i++) {
            names.add(composed(inside.getName(i).toString()));
        }
        return String.join("/", names);
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Compares as Python does; {@link String#compareTo} would put code points beyond 16 bits before some others. */
    static int byCodePoint(String one, String other) {
        return Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());
    }
}
