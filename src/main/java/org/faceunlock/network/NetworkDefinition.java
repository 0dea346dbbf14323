package org.faceunlock.network;

import java.util.List;

/** A network, described once as a succession of layers; {@link Network#load} makes it run. */
interface NetworkDefinition {

    /** Describes the layers from {@code layers.input(...)} on. */
    List<Activation> describe(LayerBuilder layers);
}
