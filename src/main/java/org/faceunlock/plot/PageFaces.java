package org.faceunlock.plot;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.evaluate.EvaluationFaces;
import org.faceunlock.evaluate.Fusion;
import org.faceunlock.image.RgbImage;
import org.faceunlock.projection.Pca;
import org.faceunlock.projection.Projection;

/**
 * The faces that a page shows, ordered by person, with their comparisons, places on the map and pictures.
 *
 * <p>Of more than {@value #MOST} faces whole people are taken, evenly spread over the list of people, and at most
 * {@value #MOST_EACH} faces of each. Files are told from the person's folder on, so that a page names no folder of the
 * machine it was made on.
 */
final class PageFaces {

    static final int MOST = 300;
    static final int MOST_EACH = 10;

    private static final int SIDE = 160;
    private static final int COLOURS = 64;

    private final EvaluationFaces all;
    /** Those that are not enrolled too: strangers, and the people's own probes; as objects, not as equal records. */
    private final Set<EmbeddedFace> probes = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<EmbeddedFace> shown;

    PageFaces(EvaluationFaces all) {
        this.all = all;
        List<EmbeddedFace> own = all.probes().faces().stream()
                .filter(face -> all.hasOwnProbes() || EvaluationFaces.isStranger(face)).toList();
        probes.addAll(own);
        Map<String, List<EmbeddedFace>> byPerson = new LinkedHashMap<>();
        Stream.concat(all.enrolled().faces().stream(), own.stream())
                .forEach(face -> byPerson.computeIfAbsent(face.person(), person -> new ArrayList<>()).add(face));
        this.shown = some(new ArrayList<>(byPerson.values()));
    }

    private List<EmbeddedFace> some(List<List<EmbeddedFace>> people) {
        if (people.stream().mapToInt(List::size).sum() <= MOST) {
            return people.stream().flatMap(List::stream).toList();
        }
        List<List<EmbeddedFace>> few = people.stream().map(this::few).toList();
        List<EmbeddedFace> faces = List.of();
        for (int count = Math.min(MOST, few.size()); count > 0 && (faces.isEmpty() || faces.size() > MOST); count--) {
            int taken = count;
            faces = IntStream.range(0, count).mapToObj(i -> few.get((int) ((long) i * few.size() / taken)))
                    .flatMap(List::stream).toList();
        }
        return faces;
    }

    /** At most so many of one person, as many enrolled as probes where there are both. */
    private List<EmbeddedFace> few(List<EmbeddedFace> own) {
        int later = (int) own.stream().filter(probes::contains).count();
        int shownProbes = Math.min(later, Math.max(MOST_EACH / 2, MOST_EACH - (own.size() - later)));
        return Stream.concat(own.stream().filter(face -> !probes.contains(face)).limit(MOST_EACH - shownProbes),
                own.stream().filter(probes::contains).limit(shownProbes)).toList();
    }

    List<Path> files() {
        return shown.stream().map(EmbeddedFace::file).distinct().toList();
    }

    /** What was looked at, in a sentence. */
    String describe() {
        Embeddings enrolled = all.enrolled();
        long strangers = all.probes().faces().stream().filter(EvaluationFaces::isStranger).count();
        int failures = all.failures().size();
        return String.format(Locale.ROOT, "%d photos: %d faces of %d people enrolled%s, %s; %s.", all.photos(),
                enrolled.size(), enrolled.people().size(), all.hasOwnProbes() ? ", "
                        + (all.probes().size() - strangers) + " further ones of them" : "",
                strangers == 0 ? "no strangers" : strangers == 1 ? "1 stranger" : strangers + " strangers",
                failures == 0 ? "a face in each" : failures == 1 ? "1 without a face" : failures + " without a face");
    }

    /** Adds all that the page's script needs. */
    void addTo(JsonObject data, Fusion fusion, Map<Path, RgbImage> crops) {
        Embeddings embeddings = Embeddings.of(shown);
        SimilarityMatrix matrix = SimilarityMatrix.of(embeddings);
        ValueRange range = ValueRange.of(matrix, ColourScale.QUIET);
        List<String> people = embeddings.people();
        data.add("people", people(people));
        data.add("faces", faces(people, crops));
        data.addProperty("similarities", PagePacking.doubles(IntStream.range(0, shown.size()).boxed().flatMapToDouble(
                row -> IntStream.range(0, row).mapToDouble(column -> matrix.get(row, column)))));
        data.addProperty("apart", all.hasOwnProbes());
        data.add("templates", templates(people, fusion));
        data.add("range", PagePacking.pair(range.low(), range.high()));
        JsonArray colours = new JsonArray();
        IntStream.rangeClosed(0, COLOURS).forEach(i -> colours.add(hex(ColourScale.QUIET.at((double) i / COLOURS))));
        data.add("colours", colours);
        addPlaces(data, embeddings);
        int total = all.enrolled().size() + probes.size();
        data.addProperty("hidden", total - shown.size());
        data.addProperty("sample", total == shown.size() ? "" : String.format(Locale.ROOT, "Pictures, heatmap and map"
                + " show %d of the %d faces: whole people, evenly spread over the list, at most %d photos of each. The"
                + " curves and counts are of all.", shown.size(), total, MOST_EACH));
    }

    private JsonArray people(List<String> people) {
        PersonColours colours = PersonColours.of(all.enrolled().people());
        JsonArray array = new JsonArray();
        Collection<String> enrolled = colours.people();
        for (String person : people) {
            JsonObject object = new JsonObject();
            boolean known = enrolled.contains(person);
            boolean stranger = shown.stream().anyMatch(face -> face.person().equals(person)
                    && EvaluationFaces.isStranger(face));
            object.addProperty("name", stranger ? "stranger" : person);
            object.addProperty("colour", hex(known ? colours.of(person) : Palette.MUTED));
            array.add(object);
        }
        return array;
    }

    private JsonArray faces(List<String> people, Map<Path, RgbImage> crops) {
        JsonArray array = new JsonArray();
        for (EmbeddedFace face : shown) {
            JsonObject object = new JsonObject();
            object.addProperty("label", label(face));
            object.addProperty("person", people.indexOf(face.person()));
            object.addProperty("probe", probes.contains(face));
            object.addProperty("jpeg", crops.containsKey(face.file()) ? Base64.getEncoder().encodeToString(
                    FigureFile.toJpeg(Thumbnail.of(crops.get(face.file()), SIDE).picture())) : "");
            array.add(object);
        }
        return array;
    }

    /** The file below the folder that is named for the person, or its name alone. */
    static String label(EmbeddedFace face) {
        Path file = face.file();
        for (int i = file.getNameCount() - 2; i >= 0; i--) {
            if (file.getName(i).toString().equals(face.person())) {
                return file.subpath(i + 1, file.getNameCount()).toString().replace('\\', '/');
            }
        }
        return String.valueOf(file.getFileName());
    }

    private JsonObject templates(List<String> people, Fusion fusion) {
        JsonArray owners = new JsonArray();
        DoubleStream.Builder scores = DoubleStream.builder();
        for (String owner : people) {
            all.template(owner, fusion).ifPresent(template -> {
                owners.add(people.indexOf(owner));
                shown.forEach(face -> scores.add(score(template, face)));
            });
        }
        JsonObject templates = new JsonObject();
        templates.add("owners", owners);
        templates.addProperty("scores", PagePacking.doubles(scores.build()));
        return templates;
    }

    /** NaN where the protocol makes no such comparison. */
    private double score(ToDoubleFunction<EmbeddedFace> template, EmbeddedFace face) {
        return all.hasOwnProbes() && !probes.contains(face) ? Double.NaN : template.applyAsDouble(face);
    }

    /** Where each lies on the map; a face whose numbers are not finite has no place. */
    private void addPlaces(JsonObject data, Embeddings embeddings) {
        int[] finite = IntStream.range(0, shown.size()).filter(i -> embeddings.get(i).isFinite()).toArray();
        JsonArray axes = new JsonArray();
        if (finite.length > 0) {
            Projection map = Pca.map(Embeddings.of(IntStream.of(finite).mapToObj(shown::get).toList()));
            for (int row = 0; row < finite.length; row++) {
                JsonObject face = data.getAsJsonArray("faces").get(finite[row]).getAsJsonObject();
                face.addProperty("x", map.get(row, 0));
                face.addProperty("y", map.get(row, 1));
            }
            IntStream.range(0, 2).forEach(i -> axes.add("PC%s (%s %% of variance)".formatted(i + 1,
                    NumberFormats.fixed(100 * map.explainedVarianceRatio(i), 1))));
        }
        data.add("axes", axes);
    }

    private static String hex(Color colour) {
        return String.format(Locale.ROOT, "#%06x", colour.getRGB() & 0xffffff);
    }
}
