package org.faceunlock.models;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One model of the catalogue. Immutable.
 *
 * @param name what commands and code call it
 * @param purpose what it does, in a few words
 * @param licence under which terms its files are published
 * @param editions the same numbers in other files, which other sources have; each has at least one file
 * @param embedder what it wants and gives, for a model that embeds
 */
public record ModelEntry(String name, String purpose, String licence, List<List<RemoteFile>> editions,
        Optional<EmbedderCard> embedder) {

    public ModelEntry {
        editions = editions.stream().map(List::copyOf).toList();
        if (editions.isEmpty() || editions.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "editions: expected at least one file for the model " + name + ", found none");
        }
    }

    /** A model that is published in one place only. */
    public static ModelEntry of(String name, String purpose, String licence, List<RemoteFile> files) {
        return new ModelEntry(name, purpose, licence, List.of(files), Optional.empty());
    }

    /** The same model with what is to be known of an embedder. */
    ModelEntry embedding(EmbedderCard card) {
        return new ModelEntry(name, purpose, licence, editions, Optional.of(card));
    }

    /** The files of the first edition. */
    public List<RemoteFile> files() {
        return editions.get(0);
    }

    /** The sizes of all files of the first edition together; empty when one of them is not known. */
    public OptionalLong bytes() {
        return files().stream().allMatch(file -> file.bytes().isPresent())
                ? OptionalLong.of(files().stream().mapToLong(file -> file.bytes().getAsLong()).sum())
                : OptionalLong.empty();
    }

    /** The only file of a model that has one. */
    public RemoteFile onlyFile() {
        if (files().size() != 1) {
            throw new IllegalArgumentException("the model " + name + " has " + files().size() + " files: say which of "
                    + fileNames());
        }
        return files().get(0);
    }

    /** The file of that name, of any edition. */
    public RemoteFile file(String fileName) {
        return editions.stream().flatMap(List::stream).filter(file -> file.fileName().equals(fileName)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("file: the model " + name + " has no file '"
                        + fileName + "', it has " + fileNames()));
    }

    private List<String> fileNames() {
        return editions.stream().flatMap(List::stream).map(RemoteFile::fileName).toList();
    }
}
