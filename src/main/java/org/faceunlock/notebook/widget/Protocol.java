package org.faceunlock.notebook.widget;

/**
 * The names and versions of the Jupyter widget messaging protocol that this package speaks.
 *
 * <p>Source: widget messaging protocol 2.1 and the models of ipywidgets 8, which jupyterlab_widgets 3 shows.
 */
public final class Protocol {
    /** The comm target of a widget's model. */
    public static final String WIDGET_TARGET = "jupyter.widget";
    /** The comm target that a page opens on every load, to ask for all models. */
    public static final String CONTROL_TARGET = "jupyter.widget.control";
    /** The protocol version that goes into the metadata of every comm_open; a page ignores the widget without it. */
    public static final String VERSION = "2.1.0";
    /** The MIME type of a widget's place in a cell's output. */
    public static final String VIEW_TYPE = "application/vnd.jupyter.widget-view+json";

    static final int VIEW_MAJOR = 2;
    static final int VIEW_MINOR = 0;
    static final String REFERENCE = "IPY_MODEL_";

    static final String BASE_MODULE = "@jupyter-widgets/base";
    static final String BASE_VERSION = "2.0.0";
    static final String CONTROLS_MODULE = "@jupyter-widgets/controls";
    static final String CONTROLS_VERSION = "2.0.0";
    static final String OUTPUT_MODULE = "@jupyter-widgets/output";
    static final String OUTPUT_VERSION = "1.0.0";

    static final String METHOD = "method";
    static final String STATE = "state";
    static final String CONTENT = "content";
    static final String BUFFER_PATHS = "buffer_paths";
    static final String UPDATE = "update";
    static final String ECHO_UPDATE = "echo_update";
    static final String REQUEST_STATE = "request_state";
    static final String CUSTOM = "custom";
    static final String REQUEST_STATES = "request_states";
    static final String UPDATE_STATES = "update_states";

    private Protocol() {
    }
}
