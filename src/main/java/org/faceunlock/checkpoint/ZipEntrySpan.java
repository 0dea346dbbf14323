package org.faceunlock.checkpoint;

/**
 * Where a stored entry of a zip archive lies.
 *
 * @param header   the place of its local header in the file
 * @param start    the place of its first byte
 * @param size     how many bytes there are
 * @param checksum their CRC-32, or 0 where the writer left it out
 */
record ZipEntrySpan(String name, long header, long start, long size, int checksum) {

    long end() {
        return start + size;
    }
}
