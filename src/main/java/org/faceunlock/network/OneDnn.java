package org.faceunlock.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees to it that libtorch's convolutions are right on this processor; they are oneDNN's.
 *
 * <p>A virtual machine may hide the caches of an AMD processor: CPUID leaf 0x8000001D is all zeros. oneDNN 3.7.1, the
 * one in libtorch 2.7.1, then believes in three caches of one byte each (xbyak_util.h, setCacheHierarchy). For so
 * small a cache it reorders weights such that the zeros which pad their channels to a multiple of 16 overwrite other
 * weights (jit_uni_reorder.cpp, prb_block_for_cache and zero_dst_memory). From 3.8 on oneDNN counts no cache there and
 * guesses the sizes. Here a convolution is tried first; if it is wrong, the running library is told what 3.8 would
 * have found, and if that does not help, oneDNN is switched off, at a fraction of the speed. A libtorch with oneDNN
 * 3.8 needs the trial only.
 */
public final class OneDnn {

    /** Sizes in bytes of up to ten caches, how many cores share each, and how many there are: xbyak's Cpu. */
    private static final int[] ONE_BYTE_CACHES = {
        1, 1, 1, 0, 0, 0, 0, 0, 0, 0,
        1, 1, 1, 0, 0, 0, 0, 0, 0, 0,
        3};
    private static final Pattern MAPPING = Pattern.compile("(\\p{XDigit}+)-(\\p{XDigit}+) rw.*");

    private OneDnn() {
    }

    /** What computes the convolutions on this machine, in a few words. Loads libtorch on the first call. */
    public static String describe() {
        return TorchEngine.start();
    }

    /** Loads libtorch and has its convolutions right; what computes them, or empty if they stay wrong. */
    static Optional<String> load() {
        Engine.getEngine(TorchEngine.NAME);
        return ShutdownGuard.call(OneDnn::ensureRight);
    }

    /**
     * Tries a convolution and does what is needed to have it right. For once, before any other call into libtorch.
     *
     * @return what computes convolutions from now on; empty if they stay wrong
     */
    static Optional<String> ensureRight() {
        if (isRight(29)) {
            return Optional.of("oneDNN");
        }
        // other channels each time: oneDNN keeps the wrong reorder of the first
        if (forgetCaches() && isRight(27)) {
            enable("NNPACK", false); // it gives up for want of cache sizes, and says so on standard error
            return Optional.of("oneDNN with guessed cache sizes");
        }
        return enable("Mkldnn", false) && isRight(25) ? Optional.of("libtorch without oneDNN") : Optional.empty();
    }

    /** What to tell the user whose convolutions stay wrong. */
    static IllegalStateException wrong() {
        return new IllegalStateException("convolutions: expected those of libtorch to be right, found wrong ones, as"
                + " oneDNN 3.7 computes them in a virtual machine that hides the caches of an AMD processor; let the"
                + " machine show them (QEMU: -cpu host,host-cache-info=on) or use another one");
    }

    /** Whether a convolution of ones with 0, 1, 2, ... is exact; channels that are no multiple of 8 need padding. */
    static boolean isRight(int channels) {
        int inputs = channels * 3 * 3;
        try (NDManager scope = NDManager.newBaseManager(null, TorchEngine.NAME)) {
            NDArray x = scope.ones(new Shape(2, channels, 3, 3));
            NDArray weights = scope.arange(0f, (float) channels * inputs, 1f).reshape(channels, channels, 3, 3);
            float[] sums = Conv2d.conv2d(x, weights).singletonOrThrow().toFloatArray(); // [2, channels, 1, 1]
            for (int i = 0; i < sums.length; i++) {
                if (sums[i] != inputs * (inputs * (i % channels) + (inputs - 1) / 2f)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Switches a part of libtorch on or off, by at::Context; false where its functions have other names. */
    static boolean enable(String part, boolean on) {
        try {
            NativeLibrary torch = NativeLibrary.getInstance(
                    Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("torch_cpu")).toString());
            Pointer context = torch.getFunction("_ZN2at13globalContextEv").invokePointer(new Object[0]);
            String setter = "setUserEnabled" + part;
            torch.getFunction("_ZN2at7Context%s%sEb".formatted(setter.length(), setter))
                    .invokeVoid(new Object[] {context, on ? 1 : 0});
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** Sets oneDNN's number of caches to none; false where what it knows of them is not found, or found twice. */
    private static boolean forgetCaches() {
        List<Pointer> places = new ArrayList<>();
        String end = "";
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
                Matcher mapping = MAPPING.matcher(line);
                boolean writable = mapping.matches();
                if (line.endsWith("/libtorch_cpu.so")) {
                    end = writable ? mapping.group(2) : "";
                } else if (writable && mapping.group(1).equals(end)) { // the library's variables that start at zero
                    Pointer memory = new Pointer(Long.parseUnsignedLong(end, 16));
                    long size = Long.parseUnsignedLong(mapping.group(2), 16) - Pointer.nativeValue(memory);
                    int[] words = memory.getIntArray(0, (int) Math.min(size, 1 << 26) / Integer.BYTES);
                    places(words).forEach(place -> places.add(memory.share((long) Integer.BYTES * place)));
                }
            }
        } catch (IOException e) {
            return false; // not Linux
        }
        if (places.size() != 1) {
            return false;
        }
        places.get(0).setInt((long) Integer.BYTES * (ONE_BYTE_CACHES.length - 1), 0);
        return true;
    }

    /** Where the caches of one byte stand in memory. */
    static List<Integer> places(int[] memory) {
        int length = ONE_BYTE_CACHES.length;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i + length <= memory.length; i++) {
            if (Arrays.equals(memory, i, i + length, ONE_BYTE_CACHES, 0, length)) {
                places.add(i);
            }
        }
        return places;
    }
}
