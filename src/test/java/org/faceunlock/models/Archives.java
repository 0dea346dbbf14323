package org.faceunlock.models;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes small .tgz archives, honest and hostile ones. */
final class Archives {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    Archives() throws IOException {
        tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    }

    Archives file(String name, String text) throws IOException {
        byte[] contents = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(contents.length);
        tar.putArchiveEntry(entry);
        tar.write(contents);
        tar.closeArchiveEntry();
        return this;
    }

    /** An entry of another kind, such as a link, that points to {@code target}. */
    Archives special(String name, byte kind, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
        return this;
    }

    /** An entry of so many zeros, which pack to a thousandth of their size. */
    Archives zeros(String name, byte kind, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        for (byte[] zeros = new byte[1 << 20]; size > 0; size -= zeros.length) {
            tar.write(zeros, 0, (int) Math.min(zeros.length, size));
        }
        tar.closeArchiveEntry();
        return this;
    }

    byte[] pack() throws IOException {
        tar.close();
        return bytes.toByteArray();
    }
}
