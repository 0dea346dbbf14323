package org.faceunlock.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * Reads single files out of a .tgz archive in memory; nothing is unpacked to a disk.
 *
 * <p>The whole archive is read, and refused if any entry is a link or a device or has a name that leads outside, or if
 * it unpacks to more than {@value #LARGEST} bytes.
 */
final class PackageArchive {

    private static final int LARGEST = 1 << 26;

    private PackageArchive() {
    }

    /**
     * The bytes of one entry.
     *
     * @param path its full name, such as {@code package/model/a.bin}
     * @param bytes its exact size
     * @throws FetchException if the archive is broken or hostile, or has no such entry of that size exactly once
     */
    static byte[] entry(byte[] archive, String path, int bytes) {
        Optional<byte[]> found = Optional.empty();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(BoundedInputStream.builder()
                .setInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))
                .setMaxCount(LARGEST).setOnMaxCount(PackageArchive::refuse).get())) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                checkHarmless(entry);
                if (entry.getName().equals(path)) {
                    if (found.isPresent() || entry.getSize() != bytes) {
                        throw new FetchException("archive: expected " + path + " once, of " + bytes + " bytes, found "
                                + (found.isPresent() ? "it twice" : entry.getSize() + " bytes"));
                    }
                    found = Optional.of(tar.readNBytes(bytes));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new FetchException("archive: cut off or damaged: " + e.getMessage(), e);
        }
        return found.orElseThrow(
                () -> new FetchException("archive: expected " + path + ", found no entry of that name"));
    }

    private static void refuse(long most, long count) throws IOException {
        throw new IOException("it unpacks to more than " + most + " bytes");
    }

    private static void checkHarmless(TarArchiveEntry entry) {
        byte kind = entry.getLinkFlag();
        if (kind != TarConstants.LF_NORMAL && kind != TarConstants.LF_OLDNORM && kind != TarConstants.LF_DIR) {
            throw new FetchException("archive: expected files and folders alone, found one of kind '" + (char) kind
                    + "'; refused");
        }
        if (!entry.getName().matches("[^/\\\\:\\p{Cntrl}][^\\\\:\\p{Cntrl}]*")
                || ("/" + entry.getName() + "/").contains("/../")) {
            throw new FetchException("archive: found a name that leads outside of it; refused");
        }
    }
}
