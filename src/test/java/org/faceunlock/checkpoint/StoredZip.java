package org.faceunlock.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** Writes a zip archive of stored entries; entries may be odd on purpose. {@link #close} writes the directory. */
final class StoredZip implements Closeable {

    private final FileChannel channel;
    private final List<ByteBuffer> directory = new ArrayList<>();

    StoredZip(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }

    StoredZip add(String name, byte[] content) throws IOException {
        return add(name, ByteBuffer.wrap(content));
    }

    StoredZip add(String name, ByteBuffer content) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(content.duplicate());
        long place = channel.position();
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer local = little(30 + utf8.length).putInt(0x04034b50).putInt(20).putShort((short) 0).putInt(0)
                .putInt((int) sum.getValue()).putInt(content.remaining()).putInt(content.remaining())
                .putShort((short) utf8.length).putShort((short) 0).put(utf8);
        write(local.flip());
        list(name, place, content.remaining(), (int) sum.getValue());
        write(content.duplicate());
        return this;
    }

    /** An entry of the directory alone, which points to a local header written elsewhere, or nowhere. */
    StoredZip list(String name, long place, int size, int checksum) {
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        directory.add(little(46 + utf8.length).putInt(0x02014b50).putInt(20 << 16 | 20).putInt(0).putInt(0)
                .putInt(checksum).putInt(size).putInt(size).putShort((short) utf8.length).putShort((short) 0)
                .putInt(0).putShort((short) 0).putInt(0).putInt((int) place).put(utf8).flip());
        return this;
    }

    long position() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            long start = channel.position();
            for (ByteBuffer entry : directory) {
                write(entry);
            }
            int size = (int) (channel.position() - start);
            write(little(22).putInt(0x06054b50).putInt(0).putShort((short) directory.size())
                    .putShort((short) directory.size()).putInt(size).putInt((int) start).putShort((short) 0).flip());
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
