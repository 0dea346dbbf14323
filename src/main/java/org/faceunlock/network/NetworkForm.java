package org.faceunlock.network;

/** The forms in which one network definition can be written for libtorch. */
public enum NetworkForm {
    /** Every layer as published, batch normalisation included: the form that is trained. */
    PLAIN,
    /** Batch normalisation and residual scales folded into the convolutions, channels last: float32 inference. */
    FOLDED,
    /**
     * As {@link #FOLDED} with bfloat16 between the first and the last layer; worth it where the processor has AMX or
     * AVX512-BF16, and good for a cosine of 0.9999 against float32.
     */
    FOLDED_BFLOAT16;

    boolean folds() {
        return this != PLAIN;
    }
}
