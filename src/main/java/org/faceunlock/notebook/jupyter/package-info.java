/**
 * JupyterLab in an environment of its own, and our kernel in it. Start with {@link
 * org.faceunlock.notebook.jupyter.Jupyter}.
 */
package org.faceunlock.notebook.jupyter;
