/**
 * Live widgets, spoken to the page in the messages of ipywidgets. Start with {@link
 * org.faceunlock.notebook.widget.Interact}, {@link org.faceunlock.notebook.widget.Widget} and {@link
 * org.faceunlock.notebook.widget.WidgetSession}, which sends and receives.
 */
package org.faceunlock.notebook.widget;
