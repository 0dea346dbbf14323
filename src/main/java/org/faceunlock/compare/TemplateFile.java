package org.faceunlock.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The envelope of a template file, version {@value #VERSION}: eight letters, the version, how it is encrypted, its
 * length, its content, and the SHA-256 of all that. The checksum finds accidents; against a hand that can write the
 * file only the passphrase helps, see {@link TemplateCipher}.
 */
final class TemplateFile {

    private static final byte[] LETTERS = "FACETMPL".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final byte PLAIN = 0;
    private static final byte ENCRYPTED = 1;
    private static final int HEADER = LETTERS.length + Short.BYTES + 1 + Integer.BYTES;
    private static final int CHECKSUM = 32;
    /** A template of 10,000 faces of 512 numbers is 21 MB. */
    private static final long LARGEST = 1 << 26;

    private TemplateFile() {
    }

    static void write(Path file, byte[] content, char... passphrase) {
        byte mode = passphrase.length == 0 ? PLAIN : ENCRYPTED;
        byte[] kept = mode == PLAIN ? content : TemplateCipher.encrypt(content, passphrase);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + kept.length + CHECKSUM);
        bytes.put(LETTERS).putShort((short) VERSION).put(mode).putInt(kept.length).put(kept);
        bytes.put(sha256(bytes.array(), HEADER + kept.length)).flip();
        try {
            replace(file.toAbsolutePath(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the template " + file, e);
        }
    }

    /** A new file of the owner's alone takes the place of the old one, whatever permissions that had. */
    private static void replace(Path file, ByteBuffer bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static byte[] read(Path file, StoredTemplate.Passphrase passphrase) {
        if (!Files.isRegularFile(file) || file.toFile().length() > LARGEST) {
            throw new TemplateException("template %s: expected a file that 'enrol' wrote, found %s".formatted(file,
                    Files.isRegularFile(file) ? "one of more than %s bytes".formatted(LARGEST)
                            : Files.exists(file) ? "a folder or a device" : "none; check the path"));
        }
        try {
            return opened(file, ByteBuffer.wrap(Files.readAllBytes(file)), passphrase);
        } catch (BufferUnderflowException e) {
            throw damaged(file, "it was cut off");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the template " + file, e);
        }
    }

    private static byte[] opened(Path file, ByteBuffer bytes, StoredTemplate.Passphrase passphrase) {
        byte[] letters = new byte[LETTERS.length];
        bytes.get(letters);
        if (!Arrays.equals(letters, LETTERS)) {
            throw new TemplateException(
                    "template %s: this is no template; name a file that 'enrol' wrote".formatted(file));
        }
        int version = bytes.getShort();
        if (version != VERSION) {
            throw new TemplateException("template %s: expected version %s, found %s; enrol again with this program"
                    .formatted(file, VERSION, version));
        }
        byte mode = bytes.get();
        int length = bytes.getInt();
        if (length < 0 || length != bytes.remaining() - CHECKSUM) {
            throw damaged(file, "it was cut off or has grown");
        }
        byte[] content = new byte[length];
        bytes.get(content);
        byte[] checksum = new byte[CHECKSUM];
        bytes.get(checksum);
        if (!MessageDigest.isEqual(checksum, sha256(bytes.array(), HEADER + length))) {
            throw damaged(file, "its checksum does not fit");
        }
        return switch (mode) {
            case PLAIN -> content;
            case ENCRYPTED -> TemplateCipher.decrypt(file, content, passphrase);
            default -> throw damaged(file, "its encryption is not known");
        };
    }

    private static TemplateException damaged(Path file, String how) {
        return new TemplateException("template %s: the file is damaged (%s); use another copy or enrol again"
                .formatted(file, how));
    }

    private static byte[] sha256(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every JDK", e);
        }
    }
}
