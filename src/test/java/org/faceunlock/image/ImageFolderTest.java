package org.faceunlock.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Landmarks;
import org.faceunlock.geometry.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFolderTest {

    private static final FaceDetector NOBODY =
            photo -> FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "no face was found");

    @TempDir
    private Path root;

    @Test
    void peopleAreSortedAndTheirPhotosAfterThem() throws IOException {
        files("me/me_2.jpg", "me/me_10.jpg", "di_caprio/b.png", "di_caprio/A.JPEG", "matt/x.webp");
        assertThat(listed())
                .containsExactly("di_caprio/A.JPEG", "di_caprio/b.png", "matt/x.webp", "me/me_10.jpg", "me/me_2.jpg");
        assertThat(ImageFolder.of(root).people()).containsExactly("di_caprio", "matt", "me");
    }

    @Test
    void aPersonsFolderIsNotTornApartByAnotherWhoseNameGoesOn() throws IOException {
        files("a/z.jpg", "a/sub/a.jpg", "a-b/y.jpg", "a/sub-2/b.jpg");
        assertThat(listed()).containsExactly("a/z.jpg", "a/sub/a.jpg", "a/sub-2/b.jpg", "a-b/y.jpg");
    }

    @Test
    void nestedPhotosBelongToTheFirstSubFolder() throws IOException {
        files("me/2019/summer/beach.jpg");
        assertThat(ImageFolder.of(root).photos()).extracting(Photo::person).containsExactly("me");
    }

    @Test
    void photosOutsideAnySubFolderBelongToNobodyAndComeFirst() throws IOException {
        files("zoe.jpg", "a/b.jpg");
        assertThat(ImageFolder.of(root).photos()).extracting(Photo::person).containsExactly("", "a");
        assertThat(ImageFolder.of(root).people()).containsExactly("a");
    }

    @Test
    void aFileThatIsNoPhotoIsAnOutcomeWithTheFileAndTheReason() throws IOException {
        files("broken.jpg");
        FaceOutcome broken = NOBODY.find(root.resolve("broken.jpg"));
        assertThat(broken.status()).isEqualTo(FaceStatus.UNREADABLE);
        assertThat(broken.reason()).startsWith(root.resolve("broken.jpg") + ": ");
        assertThat(NOBODY.find(root.resolve("missing.jpg")).status()).isEqualTo(FaceStatus.UNREADABLE);
        assertThat(NOBODY.find(Path.of("faces/me/me_1.jpg")).reason())
                .isEqualTo(Path.of("faces/me/me_1.jpg") + ": no face was found");
    }

    @Test
    void anInterruptEndsTheDetection() throws IOException {
        files("me/1.jpg", "me/2.jpg", "me/3.jpg");
        List<PhotoResult> seen = new ArrayList<>();
        try {
            assertThatThrownBy(() -> ImageFolder.of(root).detect(NOBODY, (done, total, row) -> {
                seen.add(row);
                Thread.currentThread().interrupt();
            })).isInstanceOf(CancellationException.class).hasMessage("interrupted after 1 of 3 photos");
            assertThat(seen).hasSize(1);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void hiddenFilesAndOtherFilesAreLeftOut() throws IOException {
        files("me/a.jpg", "me/.b.jpg", ".cache/c.jpg", "me/notes.txt", "me/Thumbs.db", "me/jpg", "me/.jpg");
        assertThat(listed()).containsExactly("me/a.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JPG", "jpeg", "jpe", "jfif", "JFI", "Png", "gif", "bmp", "tif", "TIFF", "webp", "heic",
            "HEIF",
        "avif", "jp2", "j2k", "jxl", "CR2", "cr3", "nef", "arw", "dng", "orf", "raf", "rw2", "psd"})
    void everyPhotosEndingCountsInAnyCase(String ending) throws IOException {
        files("me/a." + ending, "me/a." + ending + ".txt");
        assertThat(listed()).containsExactly("me/a." + ending);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@eaDir", "__MACOSX", ".thumbnails", "#recycle", "@Recycle", "$RECYCLE.BIN",
        "System Volume Information", "lost+found"})
    void foldersThatSystemsKeepAreNoPeople(String name) throws IOException {
        files("me/a.jpg", name + "/me/a.jpg", "me/" + name + "/b.jpg", "me/._a.jpg");
        assertThat(listed()).containsExactly("me/a.jpg");
    }

    @Test
    void aLinkThatLeadsAboveTheFolderIsLeftOut() throws IOException {
        files("photos/me/a.jpg", "secret/b.jpg");
        Path photos = root.resolve("photos");
        Files.createSymbolicLink(photos.resolve("me/up"), Path.of("../.."));
        Files.createSymbolicLink(photos.resolve("out"), root.getParent());
        assertThat(ImageFolder.of(photos).photos()).extracting(Photo::file).containsExactly(photos.resolve("me/a.jpg"));
    }

    @Test
    void aLinkedFolderBesideIsFollowedEvenWhereItLinksBack() throws IOException {
        files("photos/me/a.jpg", "other/b.jpg");
        Path photos = root.resolve("photos");
        Files.createSymbolicLink(photos.resolve("you"), root.resolve("other"));
        Files.createSymbolicLink(root.resolve("other/back"), photos);
        assertThat(ImageFolder.of(photos).people()).containsExactly("me", "you");
        assertThat(ImageFolder.of(photos).size()).isEqualTo(2);
    }

    @Test
    void aFolderThatCannotBeListedIsKeptForItsPerson() throws IOException {
        files("me/a.jpg", "you/b.jpg", ".git/c.jpg");
        PhotoListing listing = new PhotoListing(root, Set.of());
        for (String locked : List.of("you", ".git", "me")) {
            listing.visitFileFailed(root.resolve(locked), new AccessDeniedException(locked));
        }
        assertThat(listing.photos()).containsExactly(
                new Photo(root.resolve("me"), "me"), new Photo(root.resolve("you"), "you"));
    }

    @Test
    void aPhotoTooLargeForTheHeapIsARowAndTheNextIsLookedAt() throws IOException {
        photo("a.png", 40, 30);
        photo("b.png", 20, 10);
        FaceSet faces = ImageFolder.of(root).detect(photo -> {
            if (photo.width() == 40) {
                throw new OutOfMemoryError("Java heap space");
            }
            return NOBODY.find(photo);
        });
        assertThat(faces.rows()).extracting(row -> row.outcome().status())
                .containsExactly(FaceStatus.UNREADABLE, FaceStatus.NO_FACE);
        assertThat(faces.rows().get(0).outcome().reason())
                .startsWith("40 x 30 pixels want about ").contains(" MB of memory")
                .contains("FACE_UNLOCK_JAVA_OPTS=-Xmx");
    }

    @Test
    void namesAreComparedByCodePoint() {
        // U+FF21 is one 16-bit unit above the surrogates; U+1F600 is written with them, yet is the larger code point
        assertThat(PhotoListing.byCodePoint("\uff21", "\ud83d\ude00")).isNegative();
        assertThat("\uff21".compareTo("\ud83d\ude00")).as("what String would say").isPositive();
    }

    @Test
    void aPersonIsFoundHoweverTheAccentIsWritten() throws IOException {
        files("Zoe\u0308/a.jpg");
        assertThat(ImageFolder.of(root).people()).containsExactly("Zo\u00eb");
        assertThat(ImageFolder.of(root).person("Zoe\u0308").size()).isEqualTo(1);
        assertThat(ImageFolder.of(root).person("Zo\u00eb").photos().get(0).file()).exists();
    }

    @Test
    void linksAreFollowedAndLoopsEnd() throws IOException {
        files("me/a.jpg", "elsewhere/deep/b.jpg");
        Files.createSymbolicLink(root.resolve("me/again"), root.resolve("me"));
        Files.createSymbolicLink(root.resolve("me/up"), root);
        Files.createSymbolicLink(root.resolve("you"), root.resolve("elsewhere/deep"));
        assertThat(listed()).containsExactly("elsewhere/deep/b.jpg", "me/a.jpg", "you/b.jpg");
    }

    @Test
    void aBrokenLinkGetsARowThatSaysSo() throws IOException {
        Files.createSymbolicLink(root.resolve("gone.jpg"), root.resolve("nowhere.jpg"));
        PhotoResult row = ImageFolder.of(root).detect(NOBODY).rows().get(0);
        assertThat(row.outcome().status()).isEqualTo(FaceStatus.UNREADABLE);
        assertThat(row.outcome().reason()).contains("no such file");
    }

    @Test
    void aSinglePhotoWillDo() throws IOException {
        files("me/a.jpg", "me/b.jpg");
        Path file = root.resolve("me/b.jpg");
        assertThat(ImageFolder.of(file).photos()).containsExactly(new Photo(file, ""));
    }

    @Test
    void severalPathsKeepTheirOrder() throws IOException {
        files("two/me/a.jpg", "one/you/b.jpg", "c.dat");
        List<Path> paths = Stream.of("two", "c.dat", "one", "missing.jpg").map(root::resolve).toList();
        assertThat(ImageFolder.ofPaths(paths).photos()).containsExactly(
                new Photo(root.resolve("two/me/a.jpg"), "me"), new Photo(root.resolve("c.dat"), ""),
                new Photo(root.resolve("one/you/b.jpg"), "you"), new Photo(root.resolve("missing.jpg"), ""));
    }

    @Test
    void aMissingFolderIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageFolder.of(root.resolve("nowhere")))
                .withMessageContaining("nowhere").withMessageContaining("check the path");
    }

    @Test
    void aFolderWithoutPhotosIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageFolder.of(root))
                .withMessageContaining(root.toString()).withMessageContaining("found none");
    }

    @Test
    void anUnknownPersonIsRefusedWithThePeopleThereAre() throws IOException {
        files("me/a.jpg", "you/b.jpg");
        assertThatIllegalArgumentException().isThrownBy(() -> ImageFolder.of(root).person("him"))
                .withMessageContaining("[me, you]").withMessageContaining("him");
    }

    @Test
    void eachFileGetsItsRowInOrderWhateverBecomesOfIt() throws IOException {
        photo("me/a.png", 40, 30);
        files("me/b.jpg");
        photo("me/c.jpg", 20, 10);
        Files.writeString(root.resolve("me/d.heic"), "\0\0\0\30ftypheic\0\0\0\0");
        FaceSet faces = ImageFolder.of(root).detect(photo -> photo.width() == 40 ? face(photo) : NOBODY.find(photo));
        assertThat(faces.rows())
                .extracting(row -> "%s %s %sx%s"
                        .formatted(row.fileName(), row.outcome().status(), row.width(), row.height()))
                .containsExactly("a.png FACE 40x30", "b.jpg UNREADABLE 0x0", "c.jpg NO_FACE 20x10",
                        "d.heic UNREADABLE 0x0");
        assertThat(faces.rows().get(1).outcome().reason()).contains("empty");
        assertThat(faces.rows().get(3).outcome().reason()).contains("HEIC");
    }

    @Test
    void progressIsToldAfterEachFile() throws IOException {
        photo("a.png", 8, 8);
        files("b.jpg");
        List<String> told = new ArrayList<>();
        ImageFolder.of(root).detect(NOBODY, (done, total, row) -> told.add(done + "/" + total + " " + row.fileName()));
        assertThat(told).containsExactly("1/2 a.png", "2/2 b.jpg");
    }

    @Test
    void whatTheFinderThrowsIsPassedOn() throws IOException {
        photo("a.png", 8, 8);
        assertThatThrownBy(() -> ImageFolder.of(root).detect(photo -> {
            throw new IllegalStateException("the network is closed");
        })).isInstanceOf(IllegalStateException.class).hasMessage("the network is closed");
    }

    @Test
    void theReaderMayBeReplaced() throws IOException {
        photo("a.png", 2000, 1000);
        FaceSet faces = ImageFolder.of(root).readBy(PhotoReader.upTo(1)).detect(NOBODY);
        assertThat(faces.rows().get(0).outcome().reason()).contains("1 megapixels");
    }

    private static FaceOutcome face(RgbImage photo) {
        Point point = new Point(5, 5);
        Detection face = new Detection(new Box(1, 2, 11, 12), 0.9, new Landmarks(point, point, point, point, point));
        return FaceOutcome.face(List.of(face), face, photo);
    }

    private List<String> listed() {
        return ImageFolder.of(root).photos().stream()
                .map(photo -> root.relativize(photo.file()).toString().replace('\\', '/')).toList();
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Path file = root.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
    }

    private void photo(String name, int width, int height) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        String format = name.substring(name.lastIndexOf('.') + 1);
        Files.write(file, SamplePhotos.write(SamplePhotos.gradient(width, height), format));
    }
}
