package org.faceunlock.cli;

import java.util.List;

/**
 * Adds commands to the program, after its own: the root command takes those of every provider that
 * {@link java.util.ServiceLoader} finds. So the library runs without the workshop, whose commands need it.
 */
@FunctionalInterface
public interface CommandProvider {

    /** Classes with picocli's {@code @Command}, in the order in which the help lists them. */
    List<Class<?>> commands();
}
