package org.faceunlock.notebook.widget;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * A file that someone uploaded.
 *
 * @param name as it was on the user's machine, without folders; to be escaped before it stands in HTML
 * @param type the MIME type that the browser guessed; may be empty
 * @param size in bytes
 * @param lastModified on the user's machine
 * @param content the bytes; copied in and out
 */
public record UploadedFile(String name, String type, long size, Instant lastModified, byte[] content) {
    public UploadedFile {
        content = content.clone();
    }

    /** Its bytes; a copy. */
    @Override
    public byte[] content() {
        return content.clone();
    }

    static UploadedFile from(Object entry) {
        Map<String, Object> file = CommCodec.objectAt(entry);
        byte[] content = file.get("content") instanceof byte[] bytes ? bytes : new byte[0];
        return new UploadedFile(String.valueOf(file.getOrDefault("name", "")),
                String.valueOf(file.getOrDefault("type", "")), content.length,
                Instant.ofEpochMilli(file.get("last_modified") instanceof Number n ? n.longValue() : 0), content);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %,d bytes", name, size);
    }
}
