package org.faceunlock.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.faceunlock.models.FetchException;
import org.faceunlock.models.FetchListener;
import org.faceunlock.models.Fetcher;
import org.faceunlock.models.ModelCatalogue;
import org.faceunlock.models.ModelStore;
import org.faceunlock.models.Source;

/** Sees to it that photos of real people can be looked at: fetches the small models for them, if they are missing. */
final class RealModels {

    private RealModels() {
    }

    /** Says in a line what was fetched, or why not; a failure is no reason to stop. */
    static void fetchMissing(ModelStore store, PrintWriter err) {
        List<String> missing = ModelCatalogue.withoutGroups(List.of(ModelCatalogue.REAL)).stream()
                .filter(name -> !store.has(name)).toList();
        if (missing.isEmpty()) {
            return;
        }
        String names = String.join(" and ", missing);
        err.println("Fetching the models for real people: %s (8 MB; --no-models leaves this out)".formatted(names));
        err.flush();
        try {
            Fetcher fetcher = new Fetcher(Source.all(), FetchListener.SILENT);
            missing.forEach(name -> store.fetch(name, Optional.empty(), fetcher));
            err.println("Fetched and checked: " + names);
        } catch (FetchException e) {
            err.println("Not fetched: %s. Rendered people work without; later: ./face-unlock models fetch %s"
                    .formatted(e.getMessage().lines().findFirst().orElse(""), ModelCatalogue.REAL));
        }
    }
}
