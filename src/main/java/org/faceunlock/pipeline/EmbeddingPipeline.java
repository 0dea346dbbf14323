package org.faceunlock.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.faceunlock.embed.Embedding;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.Photo;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.UnreadablePhotoException;

/**
 * Photos on their way to embeddings: threads read, decode, find and cut out, ahead of the caller's thread, which embeds
 * batches as it asks for results. For one thread.
 *
 * <p>Bounded: at most {@value #AHEAD} photos are on their way, each thread holds the pixels of one, the others are
 * crops of 77 kB. Results come in the photos' order; batches depend on that order alone, and so do the numbers, to the
 * last bit. Closing it lets the threads finish the photos in hand, and no more.
 */
public final class EmbeddingPipeline implements Iterator<EmbeddedPhoto>, AutoCloseable {

    /** Photos whose crops are given to the embedder at once; it takes them in batches of its own. */
    static final int BATCH = 32;

    private static final int AHEAD = 2 * BATCH;

    /** Of a photo whose result was in the cache. */
    private static final FaceOutcome NOT_LOOKED = FaceOutcome.without(FaceStatus.NO_FACE, List.of(), "");

    private final PhotoEmbedder stages;
    private final Iterator<Photo> photos;
    private final ExecutorService threads;
    private final Deque<Future<Step>> ahead = new ArrayDeque<>();
    private final Deque<EmbeddedPhoto> ready = new ArrayDeque<>();
    private int done;

    EmbeddingPipeline(PhotoEmbedder stages, Iterator<Photo> photos) {
        this.stages = stages;
        this.photos = photos;
        this.threads = Executors.newFixedThreadPool(stages.threads(), task -> {
            Thread thread = new Thread(task, "photos");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** A photo whose face was looked for: the result, or the outcome whose crop is still to be embedded. */
    private record Step(Photo photo, Optional<String> key, Optional<EmbeddedPhoto> known, FaceOutcome found) {
    }

    @Override
    public boolean hasNext() {
        return !ready.isEmpty() || !ahead.isEmpty() || photos.hasNext();
    }

    /** @throws CancellationException if the current thread is interrupted */
    @Override
    public EmbeddedPhoto next() {
        if (!hasNext()) {
            throw new NoSuchElementException("expected a photo, found that all are done");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw stopped();
        }
        if (ready.isEmpty()) {
            embedBatch();
        }
        done++;
        return ready.remove();
    }

    private void embedBatch() {
        List<Step> steps = new ArrayList<>();
        fill();
        while (steps.size() < BATCH && !ahead.isEmpty()) {
            steps.add(result(ahead.remove()));
            fill();
        }
        List<RgbImage> crops = steps.stream().flatMap(step -> step.found().crop().stream()).toList();
        Iterator<Embedding> numbers = crops.isEmpty() ? List.<Embedding>of().iterator()
                : stages.embedder().embed(crops).iterator();
        for (Step step : steps) {
            EmbeddedPhoto photo = step.known().orElseGet(() -> step.found().crop().isEmpty() ? without(step)
                    : of(step, numbers.next()));
            ready.add(photo);
            if (step.known().isEmpty() && photo.status() != FaceStatus.UNREADABLE) {
                stages.cache().ifPresent(cache -> step.key().ifPresent(key -> cache.put(key, photo)));
            }
        }
    }

    private void fill() {
        while (ahead.size() < AHEAD && photos.hasNext()) {
            Photo photo = photos.next();
            ahead.add(threads.submit(() -> look(photo)));
        }
    }

    private Step result(Future<Step> step) {
        try {
            return step.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) stopped().initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private CancellationException stopped() {
        return new CancellationException("interrupted after %s photos".formatted(done));
    }

    private Step look(Photo photo) {
        Optional<String> key = Optional.empty();
        try {
            byte[] bytes = stages.source().apply(photo);
            key = stages.cache().map(cache -> cache.key(bytes));
            Optional<EmbeddedPhoto> known = key.flatMap(name -> stages.cache().orElseThrow().get(name, photo));
            return new Step(photo, key, known, known.isPresent() ? NOT_LOOKED
                    : FaceOutcome.of(stages.reader().read(bytes, photo.file().toString()), stages.detector()));
        } catch (UnreadablePhotoException e) {
            return new Step(photo, key, Optional.empty(),
                    FaceOutcome.without(FaceStatus.UNREADABLE, List.of(), e.reason()));
        }
    }

    private static EmbeddedPhoto of(Step step, Embedding numbers) {
        boolean usable = numbers.isFinite();
        return new EmbeddedPhoto(step.photo().file(), step.photo().person(), FaceStatus.FACE, step.found().face(),
                usable ? Optional.of(numbers) : Optional.empty(),
                usable ? "" : "the network gave no usable numbers for this face");
    }

    private static EmbeddedPhoto without(Step step) {
        FaceStatus status = step.found().status();
        String reason = step.found().reason();
        return EmbeddedPhoto.without(step.photo().file(), step.photo().person(), status,
                reason.isBlank() ? status.toString() : reason);
    }

    @Override
    public void close() {
        ahead.forEach(step -> step.cancel(false));
        threads.shutdown();
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.DAYS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true; // the photos in hand are few
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
