package org.faceunlock.evaluate;

import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.pipeline.PipelineSettings;

/**
 * Embeds and identifies elsewhere than in this process: on several machines. Builds may have some, as {@link
 * ServiceLoader} finds them; every number is that which this process would compute.
 */
public interface Engine {

    /** What users call it. */
    String name();

    /**
     * Appends a row for each photo below some places that has none in the table yet, also for those without a face.
     *
     * @param settings the networks, by names that mean the same everywhere
     * @param fingerprint what those settings are here; machines on which they are something else are refused
     * @param places folders and photos, as the engine names them
     * @param table where the rows go
     * @param progress is told in words
     * @throws IllegalArgumentException if there is nothing at a place, or the table was made with other networks
     */
    void embed(PipelineSettings settings, String fingerprint, List<String> places, String table,
            Consumer<String> progress);

    /**
     * Writes for each row of some tables who of a gallery it is.
     *
     * @param gallery faces of people, by the networks of that fingerprint
     * @param top how many candidates to keep
     * @param tables that {@link #embed} wrote
     * @param out where the answers go; must not be there yet
     * @param progress is told in words
     * @throws IllegalArgumentException if a table was made with other networks
     */
    void identify(Embeddings gallery, Threshold threshold, int top, String fingerprint, List<String> tables, String out,
            Consumer<String> progress);

    /** @throws IllegalArgumentException if this build has no engine of that name; the message says how to get it */
    static Engine named(String name) {
        return ServiceLoader.load(Engine.class).stream().map(ServiceLoader.Provider::get)
                .filter(engine -> engine.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(("engine: expected one that this build has, found"
                        + " \"%s\"; for spark build it with mvn -Pspark -DskipTests package").formatted(name)));
    }
}
