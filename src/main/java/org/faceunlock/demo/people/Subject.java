package org.faceunlock.demo.people;

/**
 * Somebody in a photo.
 *
 * @param identity who
 * @param shot doing what
 */
public record Subject(Identity identity, Shot shot) {
}
