package org.faceunlock.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The models that this machine has, at {@code HOME/models/NAME/FILE}. Thread-safe.
 *
 * <p>Asking for a model never downloads it: {@link #fetch} does, and {@link #require} says what to do when it has not
 * been done. A file that is used has the right size every time; its checksum is taken when it is fetched, when
 * {@code models verify} asks for it, and when the file was changed since (see {@link StoredFile#verify}).
 */
public final class ModelStore {

    private final Path folder;
    private final ModelCatalogue catalogue;

    /**
     * @param home the folder of everything that is kept; it need not exist yet
     * @param catalogue what the store may hold
     */
    public ModelStore(Path home, ModelCatalogue catalogue) {
        this.folder = home.toAbsolutePath().normalize().resolve("models");
        this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    }

    /** The published models, below {@code FACE_UNLOCK_HOME} or the platform's cache folder. */
    public static ModelStore ofUser() {
        return new ModelStore(StoreHome.fromEnvironment(), ModelCatalogue.published());
    }

    public ModelCatalogue catalogue() {
        return catalogue;
    }

    /** The folder in which each model has a folder of its own. */
    public Path folder() {
        return folder;
    }

    /** Where the file of a model of one file lies or would lie; nothing is checked. */
    public Path path(String model) {
        return stored(model, catalogue.get(model).onlyFile()).path();
    }

    /**
     * The file of a model of one file, ready to be read.
     *
     * @throws MissingModelException when it was not fetched
     * @throws DamagedModelException when it is not the published file
     */
    public Path require(String model) {
        return stored(model, catalogue.get(model).onlyFile()).require();
    }

    /**
     * One file of a model, ready to be read; for example {@code require("mtcnn", "pnet.pt")}.
     *
     * @throws MissingModelException when it was not fetched
     * @throws DamagedModelException when it is not the published file
     */
    public Path require(String model, String file) {
        return stored(model, catalogue.get(model).file(file)).require();
    }

    /** Whether every file of a model lies in the store; a damaged one counts, and is told when it is used. */
    public boolean has(String model) {
        return complete(files(model));
    }

    /**
     * Every file of a model and its place, in the order of the catalogue: of the edition that is in the store, or else
     * of the first.
     */
    public List<StoredFile> files(String model) {
        List<List<StoredFile>> editions = catalogue.get(model).editions().stream()
                .map(files -> files.stream().map(file -> stored(model, file)).toList()).toList();
        return editions.stream().filter(ModelStore::complete).findFirst().orElse(editions.get(0));
    }

    private static boolean complete(List<StoredFile> files) {
        return files.stream().noneMatch(file -> file.state().absent());
    }

    /**
     * Makes the files of a model lie in the store.
     *
     * @param given the checksum that the user trusts, for a file whose own is not on record; it is remembered
     * @throws FetchException when one cannot be had
     * @throws IllegalArgumentException when the given checksum is not the one on record
     */
    public void fetch(String model, Optional<Sha256> given, Fetcher fetcher) {
        List<List<RemoteFile>> wanted = catalogue.get(model).editions().stream().map(files -> files.stream()
                .map(file -> wanted(model, stored(model, file), given)).toList()).toList();
        try {
            for (RemoteFile file : fetcher.fetchOne(folder, wanted)) {
                stored(model, catalogue.get(model).file(file.fileName())).accept(file.sha256().orElseThrow());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private RemoteFile wanted(String model, StoredFile file, Optional<Sha256> given) {
        Optional<Sha256> published = catalogue.get(model).file(file.expected().fileName()).sha256();
        if (given.isPresent() && published.isPresent() && !given.equals(published)) {
            throw new IllegalArgumentException("sha256: " + file.expected().fileName() + " must have "
                    + published.get() + ", which is on record; found " + given.get());
        }
        return given.map(file.expected()::withSha256).orElse(file.expected());
    }

    private StoredFile stored(String model, RemoteFile file) {
        return new StoredFile(catalogue.get(model), file, folder.resolve(file.path()));
    }
}
