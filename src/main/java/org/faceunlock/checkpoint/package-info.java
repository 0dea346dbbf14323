/**
 * Weight files in and out, without a tensor library: PyTorch's zip and legacy formats and the packages of the web.
 * Start with {@link org.faceunlock.checkpoint.CheckpointFile}, which gives a {@link
 * org.faceunlock.checkpoint.StateDict}; what a file says is checked before anything is allocated, and nothing in it is
 * run.
 */
package org.faceunlock.checkpoint;
