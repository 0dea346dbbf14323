package org.faceunlock.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.notebook.widget.UploadedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

class YourPhotosTest {

    @TempDir
    private Path root;

    private YourPhotos yours() {
        return YourPhotos.in(root.resolve("yours"));
    }

    private static UploadedFile photo(String name, int grey) throws IOException {
        BufferedImage picture = new BufferedImage(12, 7, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 3, grey * 0x010101);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", file);
        return upload(name, file.toByteArray());
    }

    private static UploadedFile upload(String name, byte[] content) {
        return new UploadedFile(name, "", content.length, Instant.EPOCH, content);
    }

    @Test
    void aFolderThatIsNotThereIsEmptyAndStaysUnmade() {
        assertThat(yours().or(Path.of("others"))).isEqualTo(Path.of("others"));
        assertThat(yours().keep(List.of(), "me").rowCount()).isZero();
        assertThat(root.resolve("yours")).doesNotExist();
    }

    @Test
    void aFolderWithoutPhotosIsEmpty() throws IOException {
        Files.createDirectories(root.resolve("yours/me"));
        Files.writeString(root.resolve("yours/me/notes.txt"), "no photo");
        assertThat(yours().isEmpty()).isTrue();
    }

    /** An editor's leftovers, say: nobody would list them. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderOfHiddenFilesIsEmpty() throws IOException {
        Files.createDirectories(root.resolve("yours/me"));
        Files.write(root.resolve("yours/me/.a.png"), photo("a.png", 9).content());
        assertThat(yours().isEmpty()).isTrue();
    }

    @Test
    void anUploadIsAPhotoOfThatPersonFromThenOn() throws IOException {
        yours().keep(List.of(photo("a.png", 9)), "me");
        Path chosen = yours().or(Path.of("others"));
        assertThat(ImageFolder.of(chosen).photos())
                .containsExactly(new Photo(root.resolve("yours/me/a.png"), "me"));
    }

    @Test
    void everyUploadHasItsRow() throws IOException {
        Table table = yours().keep(List.of(photo("a.png", 9),
                upload("letter.jpg", "no photo".getBytes(StandardCharsets.UTF_8))), "me");
        assertThat(table.stringColumn("file").asList()).containsExactly("a.png", "letter.jpg");
        assertThat(table.stringColumn("pixels").asList()).containsExactly("12 x 7", "");
        assertThat(table.stringColumn("what became of it").get(0)).isEqualTo("kept as a.png");
        assertThat(table.stringColumn("what became of it").get(1)).startsWith("not kept: ");
        assertThat(root.resolve("yours/me/letter.jpg")).doesNotExist();
    }

    @Test
    void theSamePhotoIsNotKeptTwiceAndAnotherOfItsNameGetsANumber() throws IOException {
        yours().keep(List.of(photo("a.png", 9)), "me");
        Table table = yours().keep(List.of(photo("a.png", 9), photo("a.png", 10), photo("a.png", 10)), "me");
        assertThat(table.stringColumn("what became of it").asList())
                .containsExactly("is there already as a.png", "kept as a_2.png", "is there already as a_2.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "../../out.png", "..\\..\\out.png", "/etc/out.png", "..", ".hidden", "", "a\u0000b", "x?.png"})
    void noNameLeadsOutOfTheFolderOrHidesThePhoto(String name) throws IOException {
        Table table = yours().keep(List.of(photo(name, 1)), "me");
        assertThat(table.stringColumn("what became of it").get(0)).startsWith("kept as ");
        assertThat(ImageFolder.of(root).photos()).singleElement()
                .satisfies(photo -> assertThat(photo.file().getParent()).isEqualTo(root.resolve("yours/me")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", ".me", "me\n"})
    void aPersonIsTheNameOfAFolder(String person) {
        assertThatThrownBy(() -> yours().keep(List.of(), person)).hasMessageContaining("person: expected a name");
    }

    @Test
    void strangersArePeopleOfTheirOwn() throws IOException {
        yours().keepStrangers(List.of(photo("a.png", 1), photo("b.png", 2)));
        Table again = yours().keepStrangers(List.of(photo("a.png", 1), photo("a.png", 3)));
        assertThat(again.stringColumn("what became of it").asList())
                .containsExactly("is there already as a.png", "kept as a.png");
        assertThat(ImageFolder.of(root.resolve("yours")).photos()).extracting(Photo::person)
                .containsExactlyInAnyOrder("stranger 1", "stranger 2", "stranger 3");
    }

    @Test
    void folderWithoutPhotosIsAnEmptySetAndNotSomebodyElses() {
        assertThat(yours().detect(photo -> {
            throw new AssertionError("there is no photo to look at");
        }, (done, total, row) -> { }).isEmpty()).isTrue();
    }
}
