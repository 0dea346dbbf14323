/**
 * The workshop's commands: {@code people}, {@code train} and {@code bench}. Start with {@link
 * org.faceunlock.demo.cli.WorkshopCommands}, which adds them to the program.
 */
package org.faceunlock.demo.cli;
