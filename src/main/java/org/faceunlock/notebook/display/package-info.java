/**
 * How a value looks below a cell: HTML, pictures and plain text for each type. Start with {@link
 * org.faceunlock.notebook.display.Renderings}, which holds the list, and {@link
 * org.faceunlock.notebook.display.MimeBundle}, one value in all its forms.
 */
package org.faceunlock.notebook.display;
