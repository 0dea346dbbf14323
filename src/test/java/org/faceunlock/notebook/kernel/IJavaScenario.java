package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.comm.CommManager;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.comm.CommMsgCommand;
import io.github.spencerpark.jupyter.messages.comm.CommOpenCommand;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Logger;
import org.faceunlock.notebook.Notebook;
import org.faceunlock.notebook.widget.Image;
import org.faceunlock.notebook.widget.IntSlider;
import org.faceunlock.notebook.widget.Protocol;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** What {@link WidgetScenario} plays, on IJava's base and through its link. */
public final class IJavaScenario implements Callable<List<String>> {
    private final List<String> sent = new ArrayList<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    @Override
    public List<String> call() {
        try (ZMQ.Context context = ZMQ.context(0); Page page = new Page(context)) {
            StrangeKernel kernel = new StrangeKernel();
            kernel.getCommManager().setIOPubChannel(page);
            new IJavaLink(kernel).connect();
            sent.addAll(kernel.evaluated);
            IntSlider slider = new IntSlider("n", 0, 9, 1, 4);
            BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
            Notebook.show(slider);
            Notebook.show(new Image(picture));
            sent.add("as PNG: " + kernel.getRenderer().render(picture).hasDataForType(MIMEType.IMAGE_PNG));
            slider.observe(value -> sent.add("the cell hears of " + value));
            String id = ids.keySet().stream().filter(one -> sent.contains(ids.get(one) + " is an IntSliderModel"))
                    .findFirst().orElseThrow();
            send(kernel.getCommManager(), id, "{\"method\":\"update\",\"state\":{\"value\":7},\"buffer_paths\":[]}");
            reload(kernel.getCommManager());
            Notebook.closeWidgets();
            return sent;
        }
    }

    private void reload(CommManager comms) {
        JsonObject none = new JsonObject();
        comms.handleCommOpenCommand(reply(), message(CommOpenCommand.MESSAGE_TYPE,
                new CommOpenCommand("reloaded", Protocol.CONTROL_TARGET, none)));
        send(comms, "reloaded", "{\"method\":\"request_states\"}");
    }

    private static void send(CommManager comms, String id, String json) {
        comms.handleCommMsgCommand(reply(), message(CommMsgCommand.MESSAGE_TYPE,
                new CommMsgCommand(id, JsonParser.parseString(json).getAsJsonObject())));
    }

    private static <T> Message<T> message(MessageType<T> type, T content) {
        return new Message<>(new Header<>(type), content, Map.of(), List.of());
    }

    private static ReplyEnvironment reply() {
        return (ReplyEnvironment) Proxy.newProxyInstance(ReplyEnvironment.class.getClassLoader(),
                new Class<?>[] {ReplyEnvironment.class}, (self, method, arguments) -> null);
    }

    /** The socket to the page, which writes down instead of sending. */
    private final class Page extends JupyterSocket {
        Page(ZMQ.Context context) {
            super(context, SocketType.PUB, HMACGenerator.NO_AUTH_INSTANCE, Logger.getLogger("page"));
        }

        @Override
        public void bind(KernelConnectionProperties properties) {
            throw new UnsupportedOperationException("no page is connected");
        }

        @Override
        public synchronized void sendMessage(Message<?> message) {
            String type = message.getHeader().getType().getName();
            if (message.getContent() instanceof CommOpenCommand opened) {
                ids.put(opened.getCommID(), "model-" + ids.size());
                sent.add(ids.get(opened.getCommID()) + " is an "
                        + opened.getData().getAsJsonObject("state").get("_model_name").getAsString());
                write(type, message, opened.getData());
            } else if (message.getContent() instanceof CommMsgCommand told) {
                write(type + " " + ids.getOrDefault(told.getCommID(), told.getCommID()), message, told.getData());
            } else {
                write(type, message, new JsonObject());
            }
        }

        private void write(String type, Message<?> message, JsonObject data) {
            String text = data.toString();
            for (Map.Entry<String, String> id : ids.entrySet()) {
                text = text.replace(id.getKey(), id.getValue());
            }
            int bytes = message.getBlobs() == null ? 0 : message.getBlobs().stream().mapToInt(b -> b.length).sum();
            sent.add(type + " " + message.getNonNullMetadata() + " " + text + " and " + bytes + " bytes");
        }
    }

    /** Evaluates nothing, but remembers the lines that it was asked to. */
    private static final class StrangeKernel extends BaseKernel {
        private final List<String> evaluated = new ArrayList<>();

        @Override
        public DisplayData eval(String source) {
            source.lines().forEach(evaluated::add);
            return new DisplayData();
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return new LanguageInfo.Builder("Java").build();
        }
    }
}
