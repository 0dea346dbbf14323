package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.stream.Collectors;

/** A place on the page for what a callback prints, shows or throws; replaced as a whole, in one message. */
public final class Output extends Widget {
    private static final String OUTPUTS = "outputs";
    private List<CellOutput> outputs = List.of();

    /** An empty place. */
    public Output() {
        super(ModelKind.output());
        initial("msg_id", "");
        initial(OUTPUTS, List.of());
    }

    /** Replaces all that is shown. */
    public void outputs(List<CellOutput> now) {
        synchronized (this) {
            outputs = List.copyOf(now);
        }
        set(OUTPUTS, now.stream().map(CellOutput::entry).toList());
    }

    /** What is shown now. */
    public synchronized List<CellOutput> outputs() {
        return outputs;
    }

    @Override
    Object fromPage(String key, Object value) {
        return get(key);
    }

    @Override
    public String snapshot() {
        return outputs().stream().map(CellOutput::asHtml).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "Output of " + outputs().size();
    }
}
