/**
 * The same pipeline on Apache Spark, in builds with the profile {@code spark}; the only package that knows Spark. Start
 * with {@link org.faceunlock.spark.SparkEngine}.
 */
package org.faceunlock.spark;
