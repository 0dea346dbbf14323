package org.faceunlock.demo.people;

/**
 * What one person does and wears in one photo, and where in it they are.
 *
 * @param pose how the head is turned
 * @param expression what the face does
 * @param accessories what is worn on the head
 * @param clothes a seed for what is worn below
 * @param framing where the face lies
 */
public record Shot(Pose pose, Expression expression, Accessories accessories, int clothes, Framing framing) {
}
