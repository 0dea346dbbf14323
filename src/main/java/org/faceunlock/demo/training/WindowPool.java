package org.faceunlock.demo.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.faceunlock.demo.training.StageTargets.Kind;

/** The windows that one network is trained on, by kind. For one thread. */
final class WindowPool {

    private final CascadeStage stage;
    private final Map<Kind, List<LabelledWindow>> windows = new EnumMap<>(Kind.class);

    WindowPool(CascadeStage stage) {
        this.stage = stage;
        for (Kind kind : Kind.values()) {
            windows.put(kind, new ArrayList<>());
        }
    }

    /** Takes windows in; a face also teaches landmarks where the network places any. */
    void add(List<LabelledWindow> found) {
        for (LabelledWindow window : found) {
            windows.get(window.label().kind()).add(window);
            if (stage.marks() && window.label().kind() == Kind.FACE) {
                windows.get(Kind.LANDMARKS).add(window);
            }
        }
    }

    CascadeStage stage() {
        return stage;
    }

    int size(Kind kind) {
        return windows.get(kind).size();
    }

    /** A batch by chance, of the kinds that the stage asks for, each window in a tone of its own. */
    WindowBatch draw(SplittableRandom random) {
        List<LabelledWindow> drawn = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<LabelledWindow> pool = windows.get(kind);
            int count = stage.count(kind);
            if (count > 0 && pool.isEmpty()) {
                throw new IllegalStateException(
                        "windows: expected at least 1 of kind %s for %s, found none; render more pictures"
                            .formatted(kind, stage.network()));
            }
            for (int i = 0; i < count; i++) {
                drawn.add(pool.get(random.nextInt(pool.size())));
                kinds.add(kind);
            }
        }
        return WindowBatch.of(stage, drawn, kinds, random);
    }
}
