package org.faceunlock.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A part of a file as a stream that knows its position and how much is left, so that a length in the file can be held
 * against what is really there before memory is set aside for it. Reading past the end is an error, not -1. Not
 * thread-safe.
 */
final class PickleInput extends InputStream {

    private final FileChannel channel;
    private final long end;
    private final ByteBuffer buffer = ByteBuffer.allocate(16_384).limit(0);
    private long bufferEnd;

    /** The bytes of the file from {@code start} inclusive to {@code end} exclusive. */
    PickleInput(FileChannel channel, long start, long end) {
        this.channel = channel;
        this.bufferEnd = start;
        this.end = end;
    }

    /** The place in the file of the byte that comes next. */
    long position() {
        return bufferEnd - buffer.remaining();
    }

    long remaining() {
        return end - position();
    }

    @Override
    public int read() throws IOException {
        fill();
        return buffer.get() & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        fill();
        int taken = Math.min(length, buffer.remaining());
        buffer.get(into, from, taken);
        return taken;
    }

    /** The next bytes, all of them. */
    byte[] take(int length) throws IOException {
        if (length > remaining()) {
            throw new CheckpointException("text of %s bytes where %s are left".formatted(length, remaining()));
        }
        byte[] bytes = new byte[length];
        for (int done = 0; done < length; ) {
            done += read(bytes, done, length - done);
        }
        return bytes;
    }

    /** An unsigned little-endian number of four bytes. */
    long takeUnsignedInt() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (long) read() << shift;
        }
        return value;
    }

    private void fill() throws IOException {
        if (buffer.hasRemaining()) {
            return;
        }
        long left = remaining();
        if (left <= 0) {
            throw new CheckpointException("ends in the middle of a pickle; the file is cut short");
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), left));
        int count = channel.read(buffer, bufferEnd);
        buffer.flip();
        if (count <= 0) {
            throw new CheckpointException("became shorter while it was read");
        }
        bufferEnd += count;
    }
}
