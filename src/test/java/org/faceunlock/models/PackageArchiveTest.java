package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageArchiveTest {

    private static final String WANTED = "package/model/a.bin";

    @Test
    void wantedEntryIsReadAmongOthers() throws IOException {
        byte[] archive = new Archives().file("package/package.json", "{}").file(WANTED, "numbers").file("package/b", "")
                .pack();
        assertThat(PackageArchive.entry(archive, WANTED, 7)).isEqualTo("numbers".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void absentEntryIsNamed() throws IOException {
        assertRefused(new Archives().file("package/model/a.bin.bak", "numbers").pack(), WANTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 8})
    void entryOfAnotherSizeIsRefused(int bytes) throws IOException {
        byte[] archive = new Archives().file(WANTED, "numbers").pack();
        assertThatThrownBy(() -> PackageArchive.entry(archive, WANTED, bytes))
                .isInstanceOf(FetchException.class).hasMessageContaining("found 7 bytes");
    }

    @Test
    void entryThatComesTwiceIsRefused() throws IOException {
        assertRefused(new Archives().file(WANTED, "numbers").file(WANTED, "numbers").pack(), "twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.bin", "package/../../a.bin", "/etc/a.bin", "package/..", "C:/a.bin",
            "package\\..\\a.bin",
        "//host/a.bin", "package/a\u0007b"})
    void archiveWithANameThatLeadsOutsideIsRefused(String name) throws IOException {
        assertRefused(new Archives().file(WANTED, "numbers").file(name, "x").pack(), "leads outside");
    }

    @Test
    void longNameThatLeadsOutsideIsRefused() throws IOException {
        assertRefused(new Archives().file(WANTED, "numbers").file("a/".repeat(100) + "../".repeat(120) + "x", "x")
                .pack(),
                "leads outside");
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "6"})
    void archiveWithALinkOrADeviceIsRefused(char kind) throws IOException {
        assertRefused(new Archives().special("package/model", (byte) kind, "/etc").file(WANTED, "numbers").pack(),
                "kind '" + kind + "'");
    }

    @Test
    void wantedEntryThatIsALinkIsRefused() throws IOException {
        assertRefused(new Archives().special(WANTED, (byte) '2', "/etc/passwd").pack(), "kind '2'");
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', 'L', 'x'}) // a file, the name of the next entry, attributes of the next entry
    void archiveThatUnpacksToHundredsOfMegabytesIsRefused(char kind) throws IOException {
        assertRefused(new Archives().file(WANTED, "numbers").zeros("package/zeros", (byte) kind, 200 << 20).pack(),
                "archive: ");
    }

    @Test
    void truncatedArchiveIsRefusedWhereverItIsCut() throws IOException {
        byte[] archive = new Archives().file(WANTED, "numbers").file("package/other", "0123456789".repeat(100)).pack();
        for (int length = 0; length < archive.length - 8; length++) { // the last 8 are the checksum of gzip
            assertRefused(Arrays.copyOf(archive, length), "archive: ");
        }
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertRefused("<html>not found</html>".getBytes(StandardCharsets.UTF_8), "damaged");
        assertRefused(new byte[1000], "damaged");
    }

    private static void assertRefused(byte[] archive, String reason) {
        assertThatThrownBy(() -> PackageArchive.entry(archive, WANTED, 7))
                .isInstanceOf(FetchException.class).hasMessageContaining(reason);
    }
}
