package org.faceunlock.demo.people;

/** Is told after each photo of {@link PeopleFolder#write(RenderingProgress)}, on whichever thread rendered it. */
@FunctionalInterface
public interface RenderingProgress {

    /**
     * One more photo was written.
     *
     * @param done how many so far, from 1 to {@code total}; of two calls at once the larger may come first
     * @param total how many there are
     */
    void after(int done, int total);
}
