package org.faceunlock.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The photos of a folder whose sub-folders are people, not read yet. Immutable and thread-safe.
 *
 * <p>A photo belongs to the first sub-folder on its way, however deep it lies; one in the folder itself to nobody ("").
 * People are sorted, then sub-folders, then files, code point by code point. What counts as a photo is told by the
 * ending of its name here, so that a photo that cannot be read (HEIC, for one) gets a row that says so, and so does a
 * folder that cannot be listed. Not listed are other files, hidden ones, folders that systems keep ({@code @eaDir},
 * {@code __MACOSX}), and pictures that this program wrote ({@link ProgramMark}); {@link #rejected} names the latter.
 *
 * <p>Memory: {@link #detect} holds one photo at a time and keeps only the crops, 77 kB each at 160 pixels.
 */
public final class ImageFolder {

    private final List<Photo> photos;
    private final List<Path> rejected;
    private final PhotoReader reader;
    /** Below 0 until somebody asks. */
    private volatile int rendered = -1;

    private ImageFolder(List<Photo> photos, List<Path> rejected, PhotoReader reader) {
        this.photos = photos;
        this.rejected = rejected;
        this.reader = reader;
    }

    /**
     * The photos below a folder, or a single photo.
     *
     * @throws IllegalArgumentException if there is no such path, or no photo below it
     */
    public static ImageFolder of(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "folder: expected a folder or a photo, found nothing at %s; check the path".formatted(path));
        }
        return ofPaths(List.of(path));
    }

    /**
     * The photos of several paths, in the order of the paths: folders as in {@link #of}, files as they are, belonging
     * to nobody.
     *
     * <p>A file that is named here is kept whatever its extension, and even if it is not there: it gets its row.
     *
     * @throws IllegalArgumentException if there is no photo in any of them
     */
    public static ImageFolder ofPaths(List<Path> paths) {
        return ofPaths(paths, Set.of());
    }

    /** As {@link #ofPaths}, but the crops that this program wrote count as photos. */
    public static ImageFolder ofCrops(List<Path> paths) {
        return ofPaths(paths, Set.of(ProgramMark.CROP));
    }

    private static ImageFolder ofPaths(List<Path> paths, Set<ProgramMark> accepted) {
        List<Photo> photos = new ArrayList<>();
        List<Path> rejected = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                PhotoListing listing = PhotoListing.below(path, accepted);
                photos.addAll(listing.photos());
                rejected.addAll(listing.rejected());
            } else {
                photos.add(new Photo(path, ""));
            }
        }
        if (photos.isEmpty()) {
            throw new IllegalArgumentException("photos: expected at least one %s file, found %s in %s; %s".formatted(
                    PhotoFormat.readableTitles(), rejected.isEmpty() ? "none" : "only pictures that this program wrote",
                    paths, "put photos there, a sub-folder a person"));
        }
        return new ImageFolder(List.copyOf(photos), List.copyOf(rejected), PhotoReader.DEFAULT);
    }

    /** Whether there is a folder with a photo that {@link #of} would list. */
    public static boolean holdsPhotos(Path folder) {
        return Files.isDirectory(folder) && !PhotoListing.below(folder, Set.of()).photos().isEmpty();
    }

    /** Whether a file counts as a photo by the extension of its name; the file need not be there. */
    public static boolean isPhoto(Path file) {
        return PhotoFormat.hasEnding(file);
    }

    /** Whether {@link #of} would list a file below a folder by its way from there; nothing need be there. */
    public static boolean isPhotoBelow(Path inside) {
        return PhotoFormat.hasEnding(inside) && StreamSupport.stream(inside.spliterator(), false)
                .noneMatch(name -> PhotoListing.isPassedOver(name.toString()));
    }

    /** The same photos, to be read by another reader than {@link PhotoReader#DEFAULT}. */
    public ImageFolder readBy(PhotoReader other) {
        return new ImageFolder(photos, rejected, Objects.requireNonNull(other, "reader"));
    }

    /** All photos, in order. */
    public List<Photo> photos() {
        return photos;
    }

    /** The pictures that were rejected because this program wrote them, in the order of the paths. */
    public List<Path> rejected() {
        return rejected;
    }

    /** How many of the photos this program rendered, as {@link RenderedMark} tells; looks into each file once. */
    public int rendered() {
        int known = rendered;
        if (known < 0) {
            known = (int) photos.stream().filter(photo -> RenderedMark.isOn(photo.file())).count();
            rendered = known;
        }
        return known;
    }

    /** How many photos there are. */
    public int size() {
        return photos.size();
    }

    /** Each person once, in order; without the nobody of photos outside any sub-folder. */
    public List<String> people() {
        return photos.stream().map(Photo::person).filter(person -> !person.isEmpty()).distinct().toList();
    }

    /**
     * The photos of one person; "" for those of nobody.
     *
     * @throws IllegalArgumentException if there is no photo of that person
     */
    public ImageFolder person(String person) {
        String name = Normalizer.normalize(person, Normalizer.Form.NFC);
        List<Photo> theirs = photos.stream().filter(photo -> photo.person().equals(name)).toList();
        if (theirs.isEmpty()) {
            throw new IllegalArgumentException("person: expected one of %s, found \"%s\"".formatted(people(), person));
        }
        return new ImageFolder(theirs, rejected, reader);
    }

    /** These photos and then others, read by this folder's reader. */
    public ImageFolder and(ImageFolder others) {
        return new ImageFolder(Stream.of(photos, others.photos).flatMap(List::stream).toList(),
                Stream.of(rejected, others.rejected).flatMap(List::stream).toList(), reader);
    }

    /** Looks for the face in each photo: one row a photo, in order, none dropped. */
    public FaceSet detect(FaceDetector finder) {
        return detect(finder, (done, total, row) -> { });
    }

    /**
     * Looks for the face in each photo, and says so after each.
     *
     * <p>A photo that cannot be read, or for which the heap is too small, gets a row of status
     * {@link FaceStatus#UNREADABLE}; any other failure of the finder is passed on.
     *
     * @throws java.util.concurrent.CancellationException if the current thread is interrupted, after the photo in hand
     */
    public FaceSet detect(FaceDetector finder, DetectionProgress progress) {
        List<PhotoResult> rows = new ArrayList<>();
        for (Photo photo : photos) {
            PhotoResult row = row(photo, finder);
            Interruption.check(rows.size(), photos.size(), "photos"); // reading fails in an interrupted thread
            rows.add(row);
            progress.after(rows.size(), photos.size(), row);
        }
        return FaceSet.of(rows);
    }

    private PhotoResult row(Photo photo, FaceDetector finder) {
        if (Files.isDirectory(photo.file())) {
            return unreadable(photo, "the folder could not be listed; check its permissions");
        }
        RgbImage pixels;
        try {
            pixels = reader.read(photo.file());
        } catch (UnreadablePhotoException e) {
            return unreadable(photo, e.reason());
        }
        return new PhotoResult(photo.file(), photo.person(), pixels.width(), pixels.height(),
                FaceOutcome.of(pixels, finder));
    }

    private static PhotoResult unreadable(Photo photo, String reason) {
        FaceOutcome outcome = FaceOutcome.without(FaceStatus.UNREADABLE, List.of(), reason);
        return new PhotoResult(photo.file(), photo.person(), 0, 0, outcome);
    }

    @Override
    public String toString() {
        return "ImageFolder of %s photos, people %s%s".formatted(photos.size(), people(),
                rejected.isEmpty() ? "" : "; left out: %s that this program wrote".formatted(rejected.size()));
    }
}
