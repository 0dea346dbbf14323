package org.faceunlock.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory as decoders read it. Not thread-safe.
 *
 * <p>A decoder that goes on and on past the end, as some do with damaged files, is stopped: they take an
 * {@link java.io.EOFException} for zeros, but not the {@link IOException} that is thrown here.
 */
final class MemoryStream extends ImageInputStreamImpl {

    private static final int PATIENCE = 256;

    private final byte[] file;
    private int readsPastTheEnd;

    MemoryStream(byte[] file) {
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 0xff : end();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (streamPos >= file.length) {
            return end();
        }
        int count = (int) Math.min(length, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private int end() throws IOException {
        if (++readsPastTheEnd > PATIENCE) {
            throw new IOException("its data end too early");
        }
        return -1;
    }

    @Override
    public long length() {
        return file.length;
    }
}
