package org.faceunlock.network;

import ai.djl.engine.Engine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * DJL's PyTorch engine, set up once: offline, its usage tracking off, its just-in-time re-specialisation off, its
 * convolutions right ({@link OneDnn}).
 *
 * <p>The settings are system properties that the user may set beforehand; they are left alone then.
 */
public final class TorchEngine {

    /** What DJL calls it. */
    public static final String NAME = "PyTorch";
    private static final Optional<String> CONVOLUTIONS;

    static {
        preset("OPT_OUT_TRACKING", "true");
        preset("ai.djl.offline", "true");
        // P-Net sees another input size at every level: libtorch would compile the module anew for each
        preset("ai.djl.pytorch.graph_optimizer", "false");
        // on a thread that nobody interrupts: what an interrupt breaks while a library loads stays broken
        CONVOLUTIONS = CompletableFuture.supplyAsync(OneDnn::load).join();
    }

    private TorchEngine() {
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Loads libtorch on the first call.
     *
     * @return what computes its convolutions
     * @throws IllegalStateException if they are wrong on this processor
     */
    public static String start() {
        return CONVOLUTIONS.orElseThrow(OneDnn::wrong);
    }

    /** The version of libtorch. Loads it on the first call. */
    public static String version() {
        return Engine.getEngine(NAME).getVersion();
    }
}
