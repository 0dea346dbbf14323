/**
 * The only door to DJL and libtorch: tensors and their lifetime, layers, the networks. Start with {@link
 * org.faceunlock.network.Network}, which loads a definition with its parameters and runs it on a {@link
 * org.faceunlock.network.FloatTensor}; {@code InceptionResnetV1} shows how a network is described.
 */
package org.faceunlock.network;
