/**
 * The command line: one picocli command a class, and the entry point {@link org.faceunlock.cli.Main}. Other packages
 * add commands by a {@link org.faceunlock.cli.CommandProvider}, a service.
 */
package org.faceunlock.cli;
