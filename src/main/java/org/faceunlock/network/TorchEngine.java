package org.faceunlock.network;

import ai.djl.engine.Engine;

/**
 * DJL's PyTorch engine, set up once: offline, its usage tracking off, its just-in-time re-specialisation off.
 *
 * <p>The settings are system properties that the user may set beforehand; they are left alone then.
 */
public final class TorchEngine {

    /** What DJL calls it. */
    public static final String NAME = "PyTorch";

    static {
        preset("OPT_OUT_TRACKING", "true");
        preset("ai.djl.offline", "true");
        // P-Net sees another input size at every level: libtorch would compile the module anew for each
        preset("ai.djl.pytorch.graph_optimizer", "false");
        Engine.getEngine(NAME);
    }

    private TorchEngine() {
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Loads libtorch on the first call. */
    public static void start() {
        // the static initialiser has done it
    }
}
