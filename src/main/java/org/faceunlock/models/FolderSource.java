package org.faceunlock.models;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A mirror on a disk: every file at {@code folder/host/path} of its address. Thread-safe. */
final class FolderSource implements Source {

    private final Path folder;

    FolderSource(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public String name() {
        return "mirror";
    }

    @Override
    public boolean serves(RemoteFile file) {
        return true;
    }

    @Override
    public Opened open(RemoteFile file, long from) throws IOException {
        Path path = path(file);
        if (!Files.isRegularFile(path)) {
            throw new FetchException("the mirror of " + VARIABLE + " has no " + path + "; put that of "
                    + file.origin() + " there");
        }
        FileChannel channel = FileChannel.open(path);
        long start = from <= channel.size() ? from : 0;
        InputStream body = Channels.newInputStream(channel.position(start));
        return new Opened(body, start, OptionalLong.of(channel.size()));
    }

    @Override
    public String place(RemoteFile file) {
        return path(file).toString();
    }

    private Path path(RemoteFile file) {
        String place = file.origin() instanceof Origin.Web web
                ? web.address().getHost() + web.address().getPath() : file.mirrorPath();
        return folder.resolve(place);
    }
}
