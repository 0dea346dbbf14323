package org.faceunlock.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The twelve photos of the article "Face Unlock with 2D Data": eight enrolled faces of three people and four attempts.
 *
 * <p>They show real people and belong to their owners, so the project only knows where they are published and fetches
 * them into a folder that is not committed.
 */
public final class ArticlePhotos {

    /** Whose the photos are, for whoever fetches them. */
    public static final String OWNERSHIP = "The photographs belong to their owners and show real people: "
            + "for your own experiments only, not to be committed or published.";

    private static final String ADDRESS = "https://raw.githubusercontent.com/FrancescoSaverioZuppichini/Face-Unlock/"
            + "f463d5493b610c144d8c3e7638cd2731a6303b09/";
    private static final String LIST = "article-photos.txt";

    private ArticlePhotos() {
    }

    /** The photos in the order of their paths: {@code faces/PERSON/FILE}, then {@code faces_test/FILE}. */
    public static List<RemoteFile> files() {
        try (InputStream in = ArticlePhotos.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + LIST + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(ArticlePhotos::file)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + LIST, e);
        }
    }

    private static RemoteFile file(String line) {
        String[] fields = line.split(" ", 3);
        return RemoteFile.of(ADDRESS + fields[2], fields[2], Long.parseLong(fields[1]), fields[0]);
    }
}
