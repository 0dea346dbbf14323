package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.faceunlock.notebook.Notebook;
import org.faceunlock.notebook.widget.Image;
import org.faceunlock.notebook.widget.IntSlider;
import org.faceunlock.notebook.widget.Protocol;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A stranger's kernel on JJava's base that finds {@link JJavaExtension}, shows a slider and a picture, and passes on
 * what a page does to the slider; the result is what the page was sent, with model ids replaced by their order.
 */
public final class WidgetScenario implements Callable<List<String>> {
    private final List<String> sent = new ArrayList<>();
    private final Map<String, String> ids = new LinkedHashMap<>();

    @Override
    public List<String> call() {
        try (ZMQ.Context context = ZMQ.context(0); Page page = new Page(context)) {
            StrangeKernel kernel = new StrangeKernel();
            kernel.getCommManager().setIOPubChannel(page);
            new JJavaExtension().install(kernel);
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
            super(context, SocketType.PUB, HMACGenerator.NO_AUTH_INSTANCE, LoggerFactory.getLogger("page"));
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

    /** Evaluates nothing, but remembers what it was asked to. */
    private static final class StrangeKernel extends BaseKernel {
        private final List<String> evaluated = new ArrayList<>();

        StrangeKernel() {
            super("strange", "1", new LanguageInfo.Builder("Java").build(), List.of(), null,
                    new JupyterIO(StandardCharsets.UTF_8), new CommManager(), new Renderer(), null,
                    new MagicsRegistry(), false, PlainStyle.styler());
        }

        @Override
        public Object evalRaw(String source) {
            evaluated.add(source);
            return null;
        }

        @Override
        public DisplayData inspect(String code, int at, boolean extraDetail) {
            return new DisplayData();
        }

        @Override
        public ReplacementOptions complete(String code, int at) {
            return new ReplacementOptions(List.of(), at, at);
        }

        @Override
        public String isComplete(String code) {
            return IS_COMPLETE_MAYBE;
        }
    }
}
