/**
 * Boxes, landmarks and points in pixels, and what is computed of them alone: overlap, suppression of doubles, the
 * similarity transform between two sets of points. Start with {@link org.faceunlock.geometry.Box}, whose end is
 * exclusive, and {@link org.faceunlock.geometry.NonMaximumSuppression}, which says where the reference counts a pixel
 * more.
 */
package org.faceunlock.geometry;
