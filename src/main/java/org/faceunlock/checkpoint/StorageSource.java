package org.faceunlock.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Where the raw numbers of a checkpoint's storages come from. */
interface StorageSource {

    /**
     * All bytes of a storage, read from the file.
     *
     * @throws CheckpointException if the file has no such storage, or one of another size
     */
    ByteBuffer read(StorageSpan whole) throws IOException;
}
