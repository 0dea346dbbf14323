/**
 * Pictures of results, and the only door to XChart. Start with {@link org.faceunlock.plot.SimilarityHeatmap}, {@link
 * org.faceunlock.plot.PcaMap} and {@link org.faceunlock.plot.DetectionOverlay}; each gives a {@link
 * java.awt.image.BufferedImage} by {@code draw()}. {@link org.faceunlock.plot.ThresholdPage} is drawn
 * by a browser.
 */
package org.faceunlock.plot;
