package org.faceunlock.demo.training;

import org.faceunlock.checkpoint.StateDict;

/**
 * What came of a training.
 *
 * @param states the embedder's parameters, float32
 * @param losses of all its steps
 */
public record TrainedEmbedder(StateDict states, LossHistory losses) { }
