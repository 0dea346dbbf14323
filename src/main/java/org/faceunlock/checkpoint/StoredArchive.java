package org.faceunlock.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a zip of stored, not deflated entries in one folder, the container of every PyTorch file; the same entries
 * give the same bytes. Not thread-safe.
 */
public final class StoredArchive implements Closeable {

    /** The earliest time that a zip can tell, in no time zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final String folder;

    /** @param out closed with this archive */
    public StoredArchive(OutputStream out, String folder) {
        this.zip = new ZipOutputStream(out);
        this.folder = folder;
    }

    public void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.US_ASCII));
    }

    public void add(String name, byte[] bytes) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        ZipEntry entry = new ZipEntry(folder + "/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
