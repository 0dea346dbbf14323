package org.faceunlock.models;

import java.util.List;
import java.util.OptionalLong;

/**
 * One model of the catalogue. Immutable.
 *
 * @param name what commands and code call it
 * @param purpose what it does, in a few words
 * @param licence under which terms its files are published
 * @param files at least one
 */
public record ModelEntry(String name, String purpose, String licence, List<RemoteFile> files) {

    public ModelEntry {
        files = List.copyOf(files);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files: expected at least one for the model " + name + ", found none");
        }
    }

    /** The sizes of all files together; empty when one of them is not known. */
    public OptionalLong bytes() {
        return files.stream().allMatch(file -> file.bytes().isPresent())
                ? OptionalLong.of(files.stream().mapToLong(file -> file.bytes().getAsLong()).sum())
                : OptionalLong.empty();
    }

    /** The only file of a model that has one. */
    public RemoteFile onlyFile() {
        if (files.size() != 1) {
            throw new IllegalArgumentException("the model " + name + " has " + files.size() + " files: say which of "
                    + fileNames());
        }
        return files.get(0);
    }

    /** The file of that name. */
    public RemoteFile file(String fileName) {
        return files.stream().filter(file -> file.fileName().equals(fileName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("file: the model " + name + " has no file '"
                        + fileName + "', it has " + fileNames()));
    }

    private List<String> fileNames() {
        return files.stream().map(RemoteFile::fileName).toList();
    }
}
