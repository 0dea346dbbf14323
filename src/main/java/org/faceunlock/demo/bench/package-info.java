/**
 * What the program takes and how often it errs, measured on rendered people, whose truth is known. Start with {@link
 * org.faceunlock.demo.bench.BenchAttempts}.
 */
package org.faceunlock.demo.bench;
