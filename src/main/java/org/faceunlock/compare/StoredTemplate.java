package org.faceunlock.compare;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;

/**
 * A template as a file keeps it: embeddings, the names of the photos that they were made of, the rule, and the
 * fingerprint of what made them. No photo and no crop is in it; yet embeddings tell who somebody is, so keep the file
 * as a photo of the person.
 *
 * @param template what is kept of the person
 * @param fingerprint what made its embeddings
 */
public record StoredTemplate(Template template, Fingerprint fingerprint) {

    private static final int MOST_FACES = 10_000;
    private static final int MOST_NUMBERS = 4096;

    public StoredTemplate {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    /**
     * The template, to be used by what has that fingerprint.
     *
     * @throws TemplateException if anything differs; the message tells both fingerprints
     */
    public Template require(Fingerprint user) {
        List<String> differences = fingerprint.differences(user);
        if (!differences.isEmpty()) {
            throw new TemplateException(("template: made by %s; this lock looks by %s; they differ in: %s."
                    + " Use the same models and options, or enrol again").formatted(fingerprint.describe(),
                    user.describe(), String.join("; ", differences)));
        }
        return template;
    }

    /**
     * Writes the file in one step, readable by its owner alone where the file system knows owners.
     *
     * @param passphrase encrypts the file; of no characters: anybody who may read the file can use it
     * @throws UncheckedIOException if it cannot be written; an old file is still there then
     */
    public void write(Path file, char... passphrase) {
        TemplateFile.write(file, toBytes(), passphrase);
    }

    /**
     * Reads such a file.
     *
     * @param passphrase asked for only if the file is encrypted
     * @throws TemplateException if there is no such file, it is cut or altered, or the passphrase is wrong
     */
    public static StoredTemplate read(Path file, Passphrase passphrase) {
        byte[] content = TemplateFile.read(file, passphrase);
        try {
            return ofBytes(content);
        } catch (IOException | IllegalArgumentException e) {
            throw new TemplateException("template %s: its inside makes no sense (%s); enrol again"
                    .formatted(file, e.getMessage()), e);
        }
    }

    /** Where the passphrase of an encrypted file comes from. */
    @FunctionalInterface
    public interface Passphrase {

        /** The passphrase of that file; the caller wipes the array. */
        char[] of(Path file);
    }

    private byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String part : List.of(fingerprint.detector(), fingerprint.embedder(), fingerprint.crop(),
                    fingerprint.standardisation(), fingerprint.policy(), fingerprint.precision(),
                    template.rule().toString())) {
                out.writeUTF(part);
            }
            out.writeInt(template.enrolled().size());
            out.writeInt(template.enrolled().dimension());
            for (EmbeddedFace face : template.enrolled()) {
                out.writeUTF(face.file().getFileName().toString());
                out.writeUTF(face.person());
                for (float number : face.embedding().toArray()) {
                    out.writeFloat(number);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static StoredTemplate ofBytes(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        Fingerprint fingerprint = new Fingerprint(
                in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF());
        ScoreFusion rule = ScoreFusion.named(in.readUTF());
        int faces = count("faces", in.readInt(), MOST_FACES);
        int size = count("numbers", in.readInt(), MOST_NUMBERS);
        List<EmbeddedFace> enrolled = new ArrayList<>();
        for (int face = 0; face < faces; face++) {
            Path file = name(in.readUTF());
            String person = in.readUTF();
            float[] numbers = new float[size];
            for (int i = 0; i < size; i++) {
                numbers[i] = in.readFloat();
            }
            enrolled.add(EmbeddedFace.of(file, person, Embedding.of(numbers)));
        }
        if (in.read() >= 0) {
            throw new IOException("more bytes than its faces take");
        }
        return new StoredTemplate(Template.of(Embeddings.of(enrolled), rule), fingerprint);
    }

    /** A name without folders: a template must not lead its user to other files. */
    private static Path name(String text) throws IOException {
        Path file = Path.of(text).getFileName();
        if (file == null || !file.toString().equals(text)) {
            throw new IOException("expected the name of a photo without folders, found another");
        }
        return file;
    }

    private static int count(String what, int found, int most) throws IOException {
        if (found < 1 || found > most) {
            throw new IOException("expected 1 to %s %s, found %s".formatted(most, what, found));
        }
        return found;
    }
}
