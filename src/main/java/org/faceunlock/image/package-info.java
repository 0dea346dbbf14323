/**
 * Photos read and cut: decoding with its limits, folders of people, crops by box and by landmarks, resampling as
 * Pillow does it. Start with {@link org.faceunlock.image.ImageFolder}, {@link org.faceunlock.image.PhotoReader} and
 * {@link org.faceunlock.image.Crop}.
 */
package org.faceunlock.image;
