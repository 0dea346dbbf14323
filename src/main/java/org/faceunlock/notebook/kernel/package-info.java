/**
 * The Java kernel of the notebooks: Jupyter's messages in, JShell in this process, and the help, errors and interrupts
 * around it. Start with {@code Kernel} (the program), {@code ShellThread} (one request after the other) and {@code
 * JavaShell} (what a cell does).
 */
package org.faceunlock.notebook.kernel;
