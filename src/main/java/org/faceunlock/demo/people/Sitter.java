package org.faceunlock.demo.people;

/**
 * Somebody in a photo.
 *
 * @param identity who
 * @param shot doing what
 */
public record Sitter(Identity identity, Shot shot) {
}
