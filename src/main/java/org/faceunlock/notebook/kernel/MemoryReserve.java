package org.faceunlock.notebook.kernel;

/**
 * Some memory that is let go when there is none left, so that the kernel can still tell so and run the next cell, which
 * may be the one that frees what fills the memory. Safe for use by many threads.
 */
final class MemoryReserve {
    private static final long MAXIMUM = Runtime.getRuntime().maxMemory();
    private static final byte[] NOTHING = {};
    private static final int BYTES = (int) Math.min(64 << 20, MAXIMUM / 8);
    private static volatile byte[] held = new byte[BYTES];

    private MemoryReserve() {
    }

    /** Lets it go if that is why something failed. Needs no memory. */
    static void releaseFor(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            held = NOTHING;
        }
    }

    /** Takes it again once there is plenty. */
    static void restore() {
        Runtime java = Runtime.getRuntime();
        if (held.length == 0 && MAXIMUM - java.totalMemory() + java.freeMemory() > 2L * BYTES) {
            try {
                held = new byte[BYTES];
            } catch (OutOfMemoryError e) {
                held = NOTHING;
            }
        }
    }

    /** What to do when the memory is full, in words. */
    static String advice() {
        return "all " + (MAXIMUM >> 20) + " MB that Java may use are taken; variables keep what they hold: set those"
                + " that are large to null, or restart the kernel; FACE_UNLOCK_JAVA_OPTS=-Xmx8g gives it more";
    }
}
