package org.faceunlock.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faceunlock.Mutations;
import org.faceunlock.embed.Embedding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTemplateTest {

    private static final Fingerprint FINGERPRINT =
            new Fingerprint("demo d0", "demo e0", "box, margin 18", "fixed", "EXACTLY_ONE", "float32");
    private static final int CHECKSUM = 32;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "a long passphrase", "\u043F\u0430\u0440\u043E\u043B\u044C \uD83D\uDD13"})
    void aTemplateComesBackAsItWas(String passphrase) {
        StoredTemplate written = sample(ScoreFusion.topK(2), 4);
        written.write(file(), passphrase.toCharArray());
        StoredTemplate read = StoredTemplate.read(file(), asked -> passphrase.toCharArray());
        assertThat(read.fingerprint()).isEqualTo(written.fingerprint());
        assertThat(read.template().rule()).isEqualTo(ScoreFusion.topK(2));
        for (int face = 0; face < 4; face++) {
            assertThat(read.template().enrolled().get(face)).isEqualTo(written.template().enrolled().get(face));
        }
        assertThat(read.template().enrolled().names()).containsExactly("0.jpg", "1.jpg", "2.jpg", "3.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret"})
    void aFileCutAnywhereIsRefused(String passphrase) throws IOException {
        sample(ScoreFusion.MEAN, 2).write(file(), passphrase.toCharArray());
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length), "template");
        }
        assertRefused(Arrays.copyOf(whole, whole.length + 1), "damaged");
    }

    @Test
    void aFileWithAnyByteChangedIsRefused() throws IOException {
        sample(ScoreFusion.MEAN, 2).write(file());
        byte[] whole = Files.readAllBytes(file());
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertRefused(changed, "template");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.15, 0.3, 0.9})
    void anEncryptedFileChangedByAHandThatMendsTheChecksumIsRefused(double place) throws Exception {
        sample(ScoreFusion.MEAN, 2).write(file(), "secret".toCharArray());
        byte[] changed = Files.readAllBytes(file());
        int content = 15;
        changed[content + 4 + (int) (place * (changed.length - content - 4 - CHECKSUM))] ^= 1;
        assertRefused(mended(changed), "wrong passphrase, or the file was altered");
    }

    @Test
    void theWrongPassphraseIsRefused() {
        sample(ScoreFusion.MEAN, 2).write(file(), "secret".toCharArray());
        assertThatThrownBy(() -> StoredTemplate.read(file(), asked -> "Secret".toCharArray()))
                .isInstanceOf(TemplateException.class).hasMessageContaining("wrong passphrase");
    }

    @Test
    void aHostileNumberOfRoundsIsRefusedWithoutComputingThem() throws Exception {
        sample(ScoreFusion.MEAN, 2).write(file(), "secret".toCharArray());
        byte[] changed = Files.readAllBytes(file());
        changed[15] = 0x7f;
        assertRefused(mended(changed), "wrong passphrase, or the file was altered");
    }

    @Test
    void twoEncryptionsOfOneTemplateHaveNothingInCommon() throws IOException {
        StoredTemplate template = sample(ScoreFusion.MEAN, 2);
        template.write(file(), "secret".toCharArray());
        byte[] first = Files.readAllBytes(file());
        template.write(file(), "secret".toCharArray());
        int from = 15 + 4;
        assertThat(Arrays.equals(first, from, from + 16, Files.readAllBytes(file()), from, from + 16)).isFalse();
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("demo", "0.jpg");
    }

    @Test
    void aPlainFileNamesPhotosButNotTheirFolders() throws IOException {
        sample(ScoreFusion.MEAN, 2).write(file());
        String text = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
        assertThat(text).contains("0.jpg").doesNotContain("me/");
        assertThat(Files.size(file())).as("no room for a photo").isLessThan(1000);
    }

    @Test
    void onlyTheOwnerMayReadItWhateverLayThere() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "skipped: no permissions here");
        Files.writeString(file(), "an old one");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
        sample(ScoreFusion.MEAN, 2).write(file());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
    }

    @Test
    void aReaderBesideAWriterSeesTheOldOrTheNewTemplate() throws IOException {
        sample(ScoreFusion.MEAN, 1).write(file());
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 100; i++) {
                sample(ScoreFusion.MEAN, 1 + i % 9).write(file());
            }
        });
        while (!writer.isDone()) {
            assertThat(StoredTemplate.read(file(), asked -> new char[0]).template().enrolled().size()).isBetween(1, 9);
        }
        writer.join();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file());
        }
    }

    @ParameterizedTest
    @CsvSource({"detector, other d1, demo e0, 18, fixed, EXACTLY_ONE, float32",
        "embedder, demo d0, demo e1, 18, fixed, EXACTLY_ONE, float32",
        "crop, demo d0, demo e0, 0, fixed, EXACTLY_ONE, float32",
        "standardisation, demo d0, demo e0, 18, DLIB, EXACTLY_ONE, float32",
        "policy, demo d0, demo e0, 18, fixed, LARGEST, float32",
        "precision, demo d0, demo e0, 18, fixed, EXACTLY_ONE, float16"})
    void aTemplateOfAnotherMakingIsRefusedWithBothFingerprints(String what, String detector, String embedder,
            String margin, String standardisation, String policy, String precision) {
        Fingerprint user =
                new Fingerprint(detector, embedder, "box, margin " + margin, standardisation, policy, precision);
        assertThatThrownBy(() -> sample(ScoreFusion.MEAN, 2).require(user)).isInstanceOf(TemplateException.class)
                .hasMessageContaining(FINGERPRINT.describe()).hasMessageContaining(user.describe())
                .hasMessageContaining("differ in: " + what);
    }

    @Test
    void aTemplateOfTheSameMakingIsTaken() {
        assertThat(sample(ScoreFusion.MEAN, 2).require(FINGERPRINT).enrolled().size()).isEqualTo(2);
    }

    @Test
    void contentDamagedBehindAMendedChecksumIsRefusedOrMakesATemplate() throws Exception {
        sample(ScoreFusion.MEAN, 2).write(file());
        byte[] whole = Files.readAllBytes(file());
        byte[] content = Arrays.copyOfRange(whole, 15, whole.length - CHECKSUM);
        Mutations mutations = new Mutations(15);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            TemplateFile.write(file(), mutations.of(content));
            try {
                assertThat(StoredTemplate.read(file(), asked -> new char[0]).template().enrolled().size()).isPositive();
            } catch (TemplateException e) {
                refused++;
            }
        }
        System.out.println("StoredTemplateTest: seed 15, 2000 inputs, %s refused".formatted(refused));
        assertThat(refused).isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/", "../..", "a/0.p", "./0.j", "/////"})
    void aTemplateThatNamesAFileElsewhereIsRefused(String name) throws IOException {
        sample(ScoreFusion.MEAN, 1).write(file());
        byte[] whole = Files.readAllBytes(file());
        String content = new String(whole, 15, whole.length - 15 - CHECKSUM, StandardCharsets.ISO_8859_1);
        TemplateFile.write(file(), content.replace("0.jpg", name).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> StoredTemplate.read(file(), asked -> new char[0]))
                .isInstanceOf(TemplateException.class).hasMessageContaining("without folders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.template", "."})
    void whatIsNoFileIsRefused(String name) {
        assertThatThrownBy(() -> StoredTemplate.read(folder.resolve(name), asked -> new char[0]))
                .isInstanceOf(TemplateException.class).hasMessageContaining("expected a file");
    }

    private void assertRefused(byte[] bytes, String reason) throws IOException {
        Files.write(file(), bytes);
        assertThatThrownBy(() -> StoredTemplate.read(file(), asked -> "secret".toCharArray()))
                .isInstanceOf(TemplateException.class).hasMessageContaining(reason)
                .hasMessageContaining(file().toString());
    }

    private static byte[] mended(byte[] file) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(file, 0, file.length - CHECKSUM);
        System.arraycopy(digest.digest(), 0, file, file.length - CHECKSUM, CHECKSUM);
        return file;
    }

    private static StoredTemplate sample(ScoreFusion rule, int faces) {
        Embedding[] embeddings = IntStream.range(0, faces)
                .mapToObj(face -> Embedding.of(1, 0.1f * face, -0.5f, 1e-20f)).toArray(Embedding[]::new);
        return new StoredTemplate(Template.of(Faces.of(embeddings), rule), FINGERPRINT);
    }

    private Path file() {
        return folder.resolve("me.template");
    }
}
