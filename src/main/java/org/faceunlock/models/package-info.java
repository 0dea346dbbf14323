/**
 * The models that the program knows, where their files come from and where they are kept. Start with {@link
 * org.faceunlock.models.ModelCatalogue} (which there are) and {@link org.faceunlock.models.ModelStore} (which are
 * here); {@link org.faceunlock.models.ShippedWeights} come with the program.
 */
package org.faceunlock.models;
