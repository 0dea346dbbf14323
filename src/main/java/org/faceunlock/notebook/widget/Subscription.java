package org.faceunlock.notebook.widget;

/** Ends what {@code observe} or {@code onClick} began; ending it twice does nothing. */
@FunctionalInterface
public interface Subscription {
    void end();
}
