package org.faceunlock.embed;

import java.util.Locale;
import org.faceunlock.network.Bfloat16;
import org.faceunlock.network.NetworkForm;

/** The format of numbers in which a network computes. Embeddings of two precisions are never compared. */
public enum Precision {

    /** 24 significant bits; the default, and what all figures are measured with. */
    FLOAT32(NetworkForm.FOLDED, 1e-4),

    /**
     * 8 significant bits between the first layer and the last: about twice as fast where the processor has it. Cosine
     * with float32 on photographs: 0.9999 with dlib's network, from 0.9997 on with the small one.
     */
    BFLOAT16(NetworkForm.FOLDED_BFLOAT16, 0.02);

    private final NetworkForm form;
    private final double tolerance;

    Precision(NetworkForm form, double tolerance) {
        this.form = form;
        this.tolerance = tolerance;
    }

    /**
     * The form of network that computes so.
     *
     * @throws IllegalArgumentException if this processor lacks it
     */
    NetworkForm form() {
        if (this == BFLOAT16 && !Bfloat16.inHardware()) {
            throw new IllegalArgumentException("precision: expected a processor with bfloat16 (avx512_bf16, amx_bf16 or"
                    + " bf16 in /proc/cpuinfo), found one without; use float32");
        }
        return form;
    }

    /** By how much a number of an embedding may differ from that of another processor. */
    double tolerance() {
        return tolerance;
    }

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
