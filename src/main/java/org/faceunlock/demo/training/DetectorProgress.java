package org.faceunlock.demo.training;

/** Is told how the training of the detector goes on; from several threads while pictures are rendered and searched. */
public interface DetectorProgress {

    /** Hears nothing. */
    DetectorProgress NONE = (task, done, of, loss) -> { };

    /**
     * A step is done.
     *
     * @param task what is being done, such as "rendering" or "training pnet"
     * @param done steps of it so far
     * @param of how many there will be
     * @param loss of the step, NaN where there is none to speak of
     */
    void step(String task, int done, int of, double loss);
}
