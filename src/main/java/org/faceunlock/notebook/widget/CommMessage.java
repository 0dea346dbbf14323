package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.Objects;

/**
 * The data of one comm message as it travels: JSON text, and the byte buffers beside it.
 *
 * <p>JSON is text here because every kernel has a JSON library of its own. The buffers are not copied: they may be
 * photos of many megabytes; who makes a message gives them away.
 */
public record CommMessage(String json, List<byte[]> buffers) {
    public CommMessage {
        Objects.requireNonNull(json, "json");
        buffers = List.copyOf(buffers);
    }

    /** A comm_open's data as a kernel can send it that has no way to put buffers on one. */
    public CommMessage withoutBuffers() {
        return CommCodec.withoutBuffers(this);
    }

    /** The update that brings the buffers after {@link #withoutBuffers()}. */
    public CommMessage buffersAsUpdate() {
        return CommCodec.buffersAsUpdate(this);
    }
}
