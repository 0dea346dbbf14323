package org.faceunlock.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where the raw numbers of a checkpoint's storages come from. */
interface StorageSource {

    /**
     * All bytes of a storage, read from the file.
     *
     * @throws CheckpointException if the file has no such storage, or one of another size
     */
    ByteBuffer read(StorageSpan whole) throws IOException;

    /** The next bytes of a stream, little-endian, in memory of exactly their size; the file is known to have them. */
    static ByteBuffer read(InputStream in, int length) throws IOException {
        byte[] bytes = allocate(length);
        int piece = 1 << 20; // the JDK copies each read through native memory of its size
        for (int done = 0; done < length; ) {
            int count = in.readNBytes(bytes, done, Math.min(piece, length - done));
            if (count == 0) {
                throw new CheckpointException("became shorter while it was read");
            }
            done += count;
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] allocate(int length) {
        try {
            return new byte[length];
        } catch (OutOfMemoryError e) {
            throw new CheckpointException("needs %s MB for one storage, more than Java has left; give it more with -Xmx"
                    .formatted(length >> 20));
        }
    }
}
