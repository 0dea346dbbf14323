/**
 * What the notebooks say in one line: their photos, their progress, the article's numbers. Start with {@link
 * org.faceunlock.notebook.Notebook}.
 */
package org.faceunlock.notebook;
