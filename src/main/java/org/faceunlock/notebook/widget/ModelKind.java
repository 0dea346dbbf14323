package org.faceunlock.notebook.widget;

import java.util.Map;

/** Which class of the page's widget library a model is, and which one draws it. */
record ModelKind(String module, String version, String model, String viewModule, String viewVersion, String view) {

    /** A control, whose model and view share a name. */
    static ModelKind control(String name) {
        return control(name, name);
    }

    /** A control whose view has a name of its own, as the progress bar's has. */
    static ModelKind control(String model, String view) {
        return new ModelKind(Protocol.CONTROLS_MODULE, Protocol.CONTROLS_VERSION, model + "Model",
                Protocol.CONTROLS_MODULE, Protocol.CONTROLS_VERSION, view + "View");
    }

    static ModelKind layout() {
        return new ModelKind(Protocol.BASE_MODULE, Protocol.BASE_VERSION, "LayoutModel",
                Protocol.BASE_MODULE, Protocol.BASE_VERSION, "LayoutView");
    }

    static ModelKind style(String name) {
        return new ModelKind(Protocol.CONTROLS_MODULE, Protocol.CONTROLS_VERSION, name + "Model",
                Protocol.BASE_MODULE, Protocol.BASE_VERSION, "StyleView");
    }

    static ModelKind output() {
        return new ModelKind(Protocol.OUTPUT_MODULE, Protocol.OUTPUT_VERSION, "OutputModel",
                Protocol.OUTPUT_MODULE, Protocol.OUTPUT_VERSION, "OutputView");
    }

    /** The state entries that tell the page all this. */
    Map<String, Object> entries() {
        return Map.of("_model_module", module, "_model_module_version", version, "_model_name", model,
                "_view_module", viewModule, "_view_module_version", viewVersion, "_view_name", view);
    }
}
