package org.faceunlock.image;

/** Says of a photo for which Java's heap was too small how much memory it wants, and what to do. */
final class MemoryWanted {

    /** The photo's values and their sums over rectangles, 3 x 1 and 3 x 4 bytes; decoding it takes less. */
    private static final int BYTES_A_PIXEL = 16;
    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTES_WITH_ROOM = 1.6e-9;

    private MemoryWanted() {
    }

    /** What to tell of a photo of this size. */
    static String by(long width, long height) {
        return words("%s x %s pixels want".formatted(width, height), width * height * BYTES_A_PIXEL);
    }

    /** @param bytes about how many are wanted beside what the program holds anyway */
    static String words(String what, long bytes) {
        return "%s about %s MB of memory, and Java may use %s MB in all; %s=-Xmx%sg".formatted(what,
                Math.round(bytes / MEGABYTE), Math.round(Runtime.getRuntime().maxMemory() / MEGABYTE),
                "make the photo smaller, or start with FACE_UNLOCK_JAVA_OPTS",
                1 + (long) (bytes * GIGABYTES_WITH_ROOM));
    }

    /** Whether a failure is, or hides, a heap that was too small: decoders wrap it. */
    static boolean isBehind(Throwable failure) {
        return failure instanceof OutOfMemoryError || failure.getCause() != null && isBehind(failure.getCause());
    }
}
