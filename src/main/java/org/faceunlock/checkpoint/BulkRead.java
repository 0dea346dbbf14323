package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Reads a run of bytes out of a file, once, into memory of exactly its size. */
final class BulkRead {

    /** A read into Java memory passes through a native buffer of its own size, kept by the thread: so, in pieces. */
    private static final int PIECE = 1 << 20;

    private BulkRead() {
    }

    /** The little-endian bytes from {@code position} on; they are known to lie in the file. */
    static ByteBuffer of(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = allocate(length);
        while (bytes.position() < length) {
            int done = bytes.position();
            bytes.limit(Math.min(length, done + PIECE));
            if (channel.read(bytes, position + done) <= 0) {
                throw new CheckpointException("became shorter while it was read");
            }
            bytes.limit(length);
        }
        return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer allocate(int length) {
        try {
            return ByteBuffer.allocate(length);
        } catch (OutOfMemoryError e) {
            throw new CheckpointException("needs %s MB for one storage, more than Java has left; give it more with -Xmx"
                    .formatted(length >> 20));
        }
    }
}
