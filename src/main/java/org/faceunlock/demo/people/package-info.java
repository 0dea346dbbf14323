/**
 * Rendered people, none of them real: heads, hair, light and camera, drawn by plain Java, with the truth about each.
 * Start with {@link org.faceunlock.demo.people.FaceRenderer} and {@code Person}.
 */
package org.faceunlock.demo.people;
