package org.faceunlock.projection;

/** How {@link Pca} finds the components; all routes give the same ones but for rounding. */
public enum PcaRoute {
    /** {@link #SVD} up to about 200 x 512, {@link #COVARIANCE} for more. */
    AUTO,
    /**
     * Singular value decomposition of the centred points. Exact to rounding, also for components that explain almost
     * nothing. 2,000 x 512 takes 4 s on one core, and memory for several copies of the points.
     */
    SVD,
    /**
     * Eigenvectors of the d x d covariance, or of the n x n Gram matrix when there are fewer points than dimensions.
     * 20,000 x 512 takes 0.6 s on one core, and as much memory again as the points. But squaring halves the digits: a
     * singular value below {@code sqrt(max(n, d) 2.2e-16)} of the largest (2e-6 for 20,000 points) is lost and counts
     * as 0, and those just above it are coarse.
     */
    COVARIANCE
}
