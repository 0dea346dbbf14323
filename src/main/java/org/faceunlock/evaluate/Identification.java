package org.faceunlock.evaluate;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.pipeline.EmbeddedPhoto;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Whose face a photo shows, of a gallery of people (1:N): the person whose template is most like it, if the threshold
 * accepts that; else it is unknown. Immutable, so safe to share between threads.
 */
public final class Identification {

    /** What nobody of the gallery is called. */
    public static final String UNKNOWN = "unknown";

    private final Map<String, ToDoubleFunction<Embedding>> gallery;
    private final Threshold threshold;

    /**
     * A person and how like them a photo is.
     *
     * @param similarity with that person's template, -1 to 1
     */
    public record Candidate(String person, double similarity) {
    }

    /**
     * What became of one photo.
     *
     * @param photo the photo
     * @param candidates everybody in the gallery, the most similar first; empty when the photo has no face
     * @param person who it is; empty for unknown
     */
    public record Identified(EmbeddedPhoto photo, List<Candidate> candidates, Optional<String> person) {

        public Identified {
            candidates = List.copyOf(candidates);
        }

        /** The person, {@link #UNKNOWN}, or {@code no face}. */
        public String name() {
            return candidates.isEmpty() ? "no face" : person.orElse(UNKNOWN);
        }
    }

    private Identification(Map<String, ToDoubleFunction<Embedding>> gallery, Threshold threshold) {
        this.gallery = gallery;
        this.threshold = threshold;
    }

    /** @throws IllegalArgumentException if the gallery is empty, or a face in it is of nobody */
    public static Identification of(Embeddings gallery, Fusion fusion, Threshold threshold) {
        PairScores.requirePeople(gallery);
        if (gallery.isEmpty()) {
            throw new IllegalArgumentException("gallery: expected at least one face, found none");
        }
        Map<String, ToDoubleFunction<Embedding>> people = new LinkedHashMap<>();
        gallery.people().forEach(person -> people.put(person, fusion.enrol(gallery.person(person))));
        return new Identification(people, threshold);
    }

    /** Identifies a photo. */
    public Identified identify(EmbeddedPhoto photo) {
        List<Candidate> candidates = photo.face().map(this::candidates).orElse(List.of());
        return new Identified(photo, candidates, candidates.stream().limit(1)
                .filter(best -> threshold.accepts(best.similarity())).map(Candidate::person).findFirst());
    }

    private List<Candidate> candidates(EmbeddedFace face) {
        return gallery.entrySet().stream()
                .map(own -> new Candidate(own.getKey(), own.getValue().applyAsDouble(face.embedding())))
                .sorted(Comparator.comparingDouble(Candidate::similarity).reversed()).toList();
    }

    /**
     * Who was taken for whom, counts: a row a person that the photos' folders name, a column a person that came out.
     * Photos of nobody are left out; whoever is not in the gallery ought to come out as unknown.
     */
    public static Table confusion(List<Identified> identified) {
        List<Identified> named = identified.stream().filter(row -> !row.photo().person().isEmpty()).toList();
        List<String> columns = named.stream().map(Identified::name).distinct().sorted().toList();
        Table table = Table.create("confusion", StringColumn.create("photos of",
                named.stream().map(row -> row.photo().person()).distinct().sorted()));
        for (String column : columns) {
            Stream<String> counts = table.stringColumn(0).asList().stream().map(person -> Long.toString(named.stream()
                    .filter(row -> row.photo().person().equals(person) && row.name().equals(column)).count()));
            table.addColumns(StringColumn.create(column.equals("photos of") ? column + " " : column, counts));
        }
        return table;
    }
}
