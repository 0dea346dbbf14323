package org.faceunlock.network;

/**
 * What flows between two layers of a network that is being described.
 *
 * @param name its variable in the forward text
 * @param channels how many channels it has that mean something
 * @param stored how many it has, the last ones zeros
 */
record Activation(String name, int channels, int stored) {

    Activation(String name, int channels) {
        this(name, channels, channels);
    }
}
