package org.faceunlock.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.faceunlock.embed.CropEmbedder;
import org.faceunlock.embed.Embedding;
import org.faceunlock.image.FaceDetector;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.ImageFolder;
import org.faceunlock.image.Photo;
import org.faceunlock.image.PhotoReader;

/**
 * Turns photos into embeddings, on all processors and each at most once where there is a cache. As safe to share
 * between threads as its detector and embedder are.
 *
 * @param detector finds the face; safe to use from several threads
 * @param embedder turns its crop into numbers
 * @param reader opens the files
 * @param cache keeps what was computed; empty to compute all
 */
public record PhotoEmbedder(
        FaceDetector detector, CropEmbedder embedder, PhotoReader reader, Optional<EmbeddingCache> cache) {

    /** Photos whose crops are held at the same time. */
    private static final int BATCH = 64;

    /**
     * One result a photo, in their order.
     *
     * @param progress is told how many are done
     */
    public List<EmbeddedPhoto> embed(List<Photo> photos, IntConsumer progress) {
        List<EmbeddedPhoto> embedded = new ArrayList<>(photos.size());
        for (int from = 0; from < photos.size(); from += BATCH) {
            embedded.addAll(embedBatch(photos.subList(from, Math.min(photos.size(), from + BATCH))));
            progress.accept(embedded.size());
        }
        return embedded;
    }

    /** A photo on its way. */
    private record Step(Photo photo, Optional<Path> place, Optional<EmbeddedPhoto> done, Optional<FaceOutcome> found) {
    }

    private List<EmbeddedPhoto> embedBatch(List<Photo> photos) {
        List<Step> steps = photos.stream().parallel().map(this::look).toList();
        int[] faces = IntStream.range(0, steps.size()).filter(i -> steps.get(i).found()
                .filter(outcome -> outcome.status() == FaceStatus.FACE).isPresent()).toArray();
        List<Embedding> numbers = faces.length == 0 ? List.of() : embedder.embed(IntStream.of(faces)
                .mapToObj(i -> steps.get(i).found().orElseThrow().crop().orElseThrow()).toList());
        List<EmbeddedPhoto> embedded = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean face = next < faces.length && faces[next] == i;
            EmbeddedPhoto photo = step.done().isPresent() ? step.done().get()
                    : face ? of(step.photo(), numbers.get(next)) : without(step);
            next += face ? 1 : 0;
            embedded.add(photo);
            keep(step, photo);
        }
        return embedded;
    }

    private Step look(Photo photo) {
        Optional<Path> place = cache.flatMap(known -> place(known, photo));
        Optional<EmbeddedPhoto> done = place.flatMap(path -> cache.orElseThrow().get(path, photo));
        return done.isPresent() ? new Step(photo, place, done, Optional.empty())
                : new Step(photo, place, Optional.empty(), Optional.of(find(photo)));
    }

    private static Optional<Path> place(EmbeddingCache cache, Photo photo) {
        try {
            return Optional.of(cache.place(photo));
        } catch (IOException e) {
            return Optional.empty(); // the reader will say what is wrong
        }
    }

    private FaceOutcome find(Photo photo) {
        if (Files.isDirectory(photo.file())) {
            return FaceOutcome.without(FaceStatus.UNREADABLE, List.of(), "the folder could not be listed");
        }
        return ImageFolder.ofPaths(List.of(photo.file())).readBy(reader).detect(detector).rows().get(0).outcome();
    }

    private static EmbeddedPhoto of(Photo photo, Embedding numbers) {
        return numbers.isFinite() ? new EmbeddedPhoto(photo.file(), photo.person(), Optional.of(numbers), "")
                : new EmbeddedPhoto(photo.file(), photo.person(), Optional.empty(),
                        "the network gave no usable numbers for this face");
    }

    private static EmbeddedPhoto without(Step step) {
        String reason = step.found().orElseThrow().reason();
        return new EmbeddedPhoto(step.photo().file(), step.photo().person(), Optional.empty(),
                reason.isBlank() ? step.found().get().status().toString() : reason);
    }

    private void keep(Step step, EmbeddedPhoto photo) {
        if (step.done().isEmpty() && step.found().orElseThrow().status() != FaceStatus.UNREADABLE) {
            step.place().ifPresent(path -> cache.orElseThrow().put(path, photo));
        }
    }
}
