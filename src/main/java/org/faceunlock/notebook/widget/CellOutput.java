package org.faceunlock.notebook.widget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faceunlock.notebook.display.Failures;
import org.faceunlock.notebook.display.Html;
import org.faceunlock.notebook.display.MimeBundle;

/** One thing in an output area, in the three kinds of the notebook format that a callback can produce. */
public sealed interface CellOutput {
    /** The entry as the notebook format has it. */
    Map<String, Object> entry();

    /** The output as HTML that needs no program. */
    String asHtml();

    /** Printed text; {@code name} is stdout or stderr. */
    record Stream(String name, String text) implements CellOutput {
        @Override
        public Map<String, Object> entry() {
            return ordered("stream", "name", name, "text", text);
        }

        @Override
        public String asHtml() {
            return "<pre>" + Html.escape(text) + "</pre>";
        }
    }

    /** A rendered value. */
    record Display(MimeBundle value) implements CellOutput {
        @Override
        public Map<String, Object> entry() {
            return ordered("display_data", "data", value.forms(), "metadata", Map.of());
        }

        @Override
        public String asHtml() {
            return value.asHtml();
        }
    }

    /** A failure: its class, its message, and the trace that the page prints. */
    record Failure(String name, String message, List<String> trace) implements CellOutput {
        /** A failure with its stack, cut where the kernel's own frames begin. */
        public static Failure of(Throwable failure) {
            List<String> lines = Failures.trace(failure, frame -> frame.getClassName()
                    .equals(WidgetSession.class.getName()))
                    .stream().filter(line -> !line.contains("at " + Model.class.getPackageName() + ".")).toList();
            return new Failure(failure.getClass().getSimpleName(), Failures.message(failure), lines);
        }

        @Override
        public Map<String, Object> entry() {
            return ordered("error", "ename", name, "evalue", message, "traceback", trace);
        }

        @Override
        public String asHtml() {
            return "<pre>" + Html.escape(String.join("\n", trace)) + "</pre>";
        }
    }

    private static Map<String, Object> ordered(String type, Object... keysAndValues) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("output_type", type);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            entry.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return entry;
    }
}
