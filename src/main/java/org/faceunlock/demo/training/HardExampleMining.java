package org.faceunlock.demo.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.faceunlock.demo.people.RenderedPhoto;

/**
 * Gathers the windows of all pictures of a plan, each picture as it is and once more mirrored and shrunk. In parallel,
 * with a result that does not depend on it.
 *
 * @param photos where the pictures are
 * @param pictures how many there are
 * @param seed of all chance
 */
record HardExampleMining(PhotoCache photos, int pictures, long seed) {

    /** Height of the smallest face after shrinking, in pixels. */
    private static final double SMALLEST = 20;

    /** The windows that these draw out of each picture. */
    WindowPool gather(CascadeStage stage, List<BiFunction<RenderedPhoto, SplittableRandom, List<LabelledWindow>>> draws,
            TrainingListener listener) {
        AtomicInteger done = new AtomicInteger();
        WindowPool pool = new WindowPool(stage);
        IntStream.range(0, pictures).parallel().mapToObj(index -> {
            SplittableRandom random = new SplittableRandom(seed + index);
            List<LabelledWindow> windows = variants(photos.read(index), random)
                    .flatMap(photo -> draws.stream().flatMap(draw -> draw.apply(photo, random).stream()))
                    .toList();
            listener.after("windows for " + stage.network(), done.incrementAndGet(), pictures, "");
            return windows;
        }).toList().forEach(pool::add);
        return pool;
    }

    private static Stream<RenderedPhoto> variants(RenderedPhoto photo, SplittableRandom random) {
        double least = photo.truths().stream().mapToDouble(truth -> truth.box().height()).min().orElse(SMALLEST / 0.3);
        double smallest = Math.min(1, SMALLEST / least);
        double scale = Math.pow(smallest, random.nextDouble());
        return Stream.of(photo, new PhotoVariant(scale, true).of(photo));
    }
}
