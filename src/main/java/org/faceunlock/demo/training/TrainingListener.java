package org.faceunlock.demo.training;

/** Hears how a long piece of work gets on. */
@FunctionalInterface
public interface TrainingListener {

    /** Says nothing to anybody. */
    TrainingListener SILENT = (stage, done, total, note) -> { };

    /**
     * After one part of a stage.
     *
     * @param stage what is being done, a word or two
     * @param done how many parts are done, from 1
     * @param total how many parts the stage has
     * @param note what a person may want to see beside the count, such as the loss; may be empty
     */
    void after(String stage, int done, int total, String note);
}
