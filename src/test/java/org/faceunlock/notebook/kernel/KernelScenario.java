package org.faceunlock.notebook.kernel;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.faceunlock.notebook.Notebook;
import org.faceunlock.notebook.widget.Image;
import org.faceunlock.notebook.widget.IntSlider;
import org.faceunlock.notebook.widget.Protocol;
import org.zeromq.ZMQ;

/**
 * A stranger's kernel that finds our link, shows a slider and a picture, and passes on what a page does to the slider;
 * the result is what the page was sent, with model ids replaced by their order.
 *
 * <p>It speaks of texts alone: what a base calls its messages, and which gson they are made of, its subclasses know.
 */
abstract class KernelScenario implements Callable<List<String>> {
    private final List<String> sent = new ArrayList<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    /** Makes the kernel, with a page that hears of everything, and links it; what it was asked to evaluate. */
    abstract List<String> connect(ZMQ.Context context);

    /** Whether the kernel renders a picture as PNG. */
    abstract boolean rendersPng(BufferedImage picture);

    /** The page opens a channel. */
    abstract void open(String id, String target);

    /** The page sends a message in a channel. */
    abstract void send(String id, String json);

    /** Ends the connection to the page. */
    abstract void disconnect();

    @Override
    public final List<String> call() {
        try (ZMQ.Context context = ZMQ.context(0)) {
            try {
                sent.addAll(connect(context));
                play();
                return sent;
            } finally {
                disconnect();
            }
        }
    }

    private void play() {
        IntSlider slider = new IntSlider("n", 0, 9, 1, 4);
        BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
        Notebook.show(slider);
        Notebook.show(new Image(picture));
        sent.add("as PNG: " + rendersPng(picture));
        slider.observe(value -> sent.add("the cell hears of " + value));
        String id = ids.keySet().stream().filter(one -> sent.contains(ids.get(one) + " is an IntSliderModel"))
                .findFirst().orElseThrow();
        send(id, "{\"method\":\"update\",\"state\":{\"value\":7},\"buffer_paths\":[]}");
        open("reloaded", Protocol.CONTROL_TARGET);
        send("reloaded", "{\"method\":\"request_states\"}");
        Notebook.closeWidgets();
    }

    /** Writes down that the page was told of a new model. */
    final void opened(String id, String model) {
        ids.put(id, "model-" + ids.size());
        sent.add(ids.get(id) + " is an " + model);
    }

    /** What stands for a channel in what is written down. */
    final String alias(String id) {
        return ids.getOrDefault(id, id);
    }

    /** Writes down a message to the page. */
    final void write(String type, Map<String, ?> metadata, String data, List<byte[]> blobs) {
        String text = data;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            text = text.replace(id.getKey(), id.getValue());
        }
        int bytes = blobs == null ? 0 : blobs.stream().mapToInt(blob -> blob.length).sum();
        sent.add(type + " " + metadata + " " + text + " and " + bytes + " bytes");
    }
}
