package org.faceunlock.network;

/**
 * What flows between two layers of a network that is being described.
 *
 * @param name its variable in the forward text
 * @param channels size along the channel axis
 */
record Activation(String name, int channels) {
}
