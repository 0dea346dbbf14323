package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.Threshold;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.TableNumbers;
import org.faceunlock.image.UnreadablePhotoException;
import org.faceunlock.pipeline.PhotoEmbedder;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What perturbations do to the similarity of photos with the photos they were made of, and to the decisions of a lock:
 * does the face still match the template of its person's other photos, where it did before? The face is looked for anew
 * in every perturbed photo; one that is no longer found is a decision that did not survive.
 *
 * @param trials one a photo and perturbation, in their order
 */
public record Robustness(List<Trial> trials) {

    /**
     * One perturbed photo.
     *
     * @param photo that it was made of
     * @param perturbation its name
     * @param similarity with what it was made of; NaN when the face was not found any more
     * @param matched whether the photo as it was matched the template of its person's others
     * @param survived whether it still does
     */
    public record Trial(Photo photo, String perturbation, double similarity, boolean matched, boolean survived) {
    }

    public Robustness {
        trials = List.copyOf(trials);
    }

    /**
     * Perturbs every photo in which a face is found, in every way.
     *
     * @param photos of several people, several of each
     * @param progress is told how many photos are done
     */
    public static Robustness of(List<Photo> photos, List<Perturbation> perturbations, FaceDetector detector,
            CropEmbedder embedder, PhotoReader reader, Threshold threshold, IntConsumer progress) {
        List<EmbeddedFace> faces = new ArrayList<>();
        List<Trial> trials = new ArrayList<>();
        new PhotoEmbedder(detector, embedder, reader, Optional.empty()).embed(photos, done -> { })
                .forEach(photo -> photo.face().ifPresent(faces::add));
        for (int done = 0; done < faces.size(); done++) {
            EmbeddedFace face = faces.get(done);
            Photo photo = new Photo(face.file(), face.person());
            Optional<Embedding> template = template(faces, face);
            boolean matched = template.filter(mean -> threshold.accepts(Cosine.similarity(mean,
                    face.embedding()))).isPresent();
            List<Optional<Embedding>> changed = perturbed(photo, perturbations, detector, embedder, reader);
            for (int i = 0; i < perturbations.size(); i++) {
                Optional<Embedding> now = changed.get(i);
                trials.add(new Trial(photo, perturbations.get(i).name(),
                        now.map(numbers -> Cosine.similarity(numbers, face.embedding())).orElse(Double.NaN), matched,
                        matched && now.filter(numbers -> threshold.accepts(
                                Cosine.similarity(template.orElseThrow(), numbers))).isPresent()));
            }
            progress.accept(done + 1);
        }
        return new Robustness(trials);
    }

    private static Optional<Embedding> template(List<EmbeddedFace> faces, EmbeddedFace left) {
        List<EmbeddedFace> others = faces.stream()
                .filter(face -> face != left && face.person().equals(left.person())).toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(Embeddings.of(others).mean());
    }

    private static List<Optional<Embedding>> perturbed(Photo photo, List<Perturbation> perturbations,
            FaceDetector detector, CropEmbedder embedder, PhotoReader reader) {
        RgbImage pixels;
        try {
            pixels = reader.read(photo.file());
        } catch (UnreadablePhotoException e) {
            return perturbations.stream().map(perturbation -> Optional.<Embedding>empty()).toList(); // it went away
        }
        FaceOutcome face = FaceOutcome.of(pixels, detector);
        List<FaceOutcome> found = perturbations.stream().parallel().map(perturbation ->
                perturbation.apply(pixels, face.face().orElseThrow(), detector)).toList();
        int[] there = IntStream.range(0, found.size()).filter(i -> found.get(i).status() == FaceStatus.FACE).toArray();
        List<Embedding> numbers = there.length == 0 ? List.of()
                : embedder.embed(IntStream.of(there).mapToObj(i -> found.get(i).crop().orElseThrow()).toList());
        List<Optional<Embedding>> embedded = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < found.size(); i++) {
            boolean has = next < there.length && there[next] == i;
            embedded.add(has ? Optional.of(numbers.get(next++)) : Optional.empty());
        }
        return embedded;
    }

    /**
     * A row a perturbation, in their order: perturbation, similarity with the photo before (mean and least), faces
     * lost, decisions that survived of those that matched before.
     */
    public Table toTable() {
        Table table = Table.create("robustness", StringColumn.create("perturbation"),
                DoubleColumn.create("mean similarity"), DoubleColumn.create("least"), StringColumn.create("face lost"),
                StringColumn.create("decisions that survive"));
        for (String name : trials.stream().map(Trial::perturbation).distinct().toList()) {
            List<Trial> own = trials.stream().filter(trial -> trial.perturbation().equals(name)).toList();
            double[] found = own.stream().mapToDouble(Trial::similarity)
                    .filter(s -> !Double.isNaN(s)).sorted().toArray();
            Rate survived = survived(name);
            table.stringColumn(0).append(name);
            if (found.length == 0) {
                table.doubleColumn(1).appendMissing();
                table.doubleColumn(2).appendMissing();
            } else {
                table.doubleColumn(1).append(IntStream.range(0,
                        found.length).mapToDouble(i -> found[i]).average().orElseThrow());
                table.doubleColumn(2).append(found[0]);
            }
            table.stringColumn(3).append("%s of %s".formatted(own.size() - found.length, own.size()));
            table.stringColumn(4).append("%s of %s".formatted(survived.events(), survived.trials()));
        }
        return TableNumbers.atMostFourDecimals(table);
    }

    /** The share of the decisions that survive a perturbation, of those that matched before. */
    public Rate survived(String perturbation) {
        List<Trial> own = trials.stream().filter(trial -> trial.perturbation().equals(perturbation)).toList();
        return new Rate(own.stream().filter(Trial::survived).count(), own.stream().filter(Trial::matched).count());
    }

    /** The mean similarity with the photo as it was, over the photos in which the face is still found; else NaN. */
    public double meanSimilarity(String perturbation) {
        return trials.stream().filter(trial -> trial.perturbation().equals(perturbation))
                .mapToDouble(Trial::similarity).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
    }

    /**
     * A row a person: how often the face was lost, and among the rest the photo and the perturbation that drifted
     * farthest, with the similarity that was left.
     */
    public Table weakestTable() {
        Table table = Table.create("weakest point of each person", StringColumn.create("person"),
                StringColumn.create("face lost"), StringColumn.create("photo"), StringColumn.create("perturbation"),
                DoubleColumn.create("similarity"));
        for (String person : trials.stream().map(trial -> trial.photo().person()).distinct().toList()) {
            List<Trial> own = trials.stream().filter(trial -> trial.photo().person().equals(person)).toList();
            List<Trial> found = own.stream().filter(trial -> !Double.isNaN(trial.similarity())).toList();
            Optional<Trial> least = found.stream().min(Comparator.comparingDouble(Trial::similarity));
            table.stringColumn(0).append(person);
            table.stringColumn(1).append("%s of %s".formatted(own.size() - found.size(), own.size()));
            table.stringColumn(2).append(least.map(trial -> trial.photo().file().getFileName().toString()).orElse(""));
            table.stringColumn(3).append(least.map(Trial::perturbation).orElse(""));
            least.map(Trial::similarity).ifPresentOrElse(table.doubleColumn(4)::append,
                    table.doubleColumn(4)::appendMissing);
        }
        return TableNumbers.atMostFourDecimals(table);
    }

    /** Of each person, the trial that drifted farthest; a lost face counts as farthest of all. */
    public List<Trial> weakest() {
        return trials.stream().map(trial -> trial.photo().person()).distinct().map(person -> trials.stream()
                .filter(trial -> trial.photo().person().equals(person)).min(Comparator.comparingDouble(trial ->
                        Double.isNaN(trial.similarity()) ? -2 : trial.similarity())).orElseThrow()).toList();
    }
}
