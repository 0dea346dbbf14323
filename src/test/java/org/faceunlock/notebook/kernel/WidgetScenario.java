package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.comm.CommMsgCommand;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** On JJava's base, through {@link JJavaExtension}. */
public final class WidgetScenario extends KernelScenario {
    private StrangeKernel kernel;
    private Page page;

    @Override
    List<String> connect(ZMQ.Context context) {
        page = new Page(context);
        kernel = new StrangeKernel();
        kernel.getCommManager().setIOPubChannel(page);
        new JJavaExtension().install(kernel);
        return kernel.evaluated;
    }

    @Override
    boolean rendersPng(BufferedImage picture) {
        return kernel.getRenderer().render(picture).hasDataForType(MIMEType.IMAGE_PNG);
    }

    @Override
    void open(String id, String target) {
        kernel.getCommManager().handleCommOpenCommand(reply(), message(CommOpenCommand.MESSAGE_TYPE,
                new CommOpenCommand(id, target, new JsonObject())));
    }

    @Override
    void send(String id, String json) {
        kernel.getCommManager().handleCommMsgCommand(reply(), message(CommMsgCommand.MESSAGE_TYPE,
                new CommMsgCommand(id, JsonParser.parseString(json).getAsJsonObject())));
    }

    @Override
    void disconnect() {
        page.close();
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
                opened(opened.getCommID(), opened.getData().getAsJsonObject("state").get("_model_name").getAsString());
                put(type, message, opened.getData());
            } else if (message.getContent() instanceof CommMsgCommand told) {
                put(type + " " + alias(told.getCommID()), message, told.getData());
            } else {
                put(type, message, new JsonObject());
            }
        }

        private void put(String type, Message<?> message, JsonObject data) {
            write(type, message.getNonNullMetadata(), data.toString(), message.getBlobs());
        }
    }

    /** Evaluates nothing, but remembers what it was asked to. */
    private static final class StrangeKernel extends BaseKernel {
        private final List<String> evaluated = new ArrayList<>();

        StrangeKernel() {
            super("strange", "1", new LanguageInfo.Builder("Java").build(), List.of(), null,
                    new JupyterIO(StandardCharsets.UTF_8), new CommManager(), new Renderer(), null,
                    new MagicsRegistry(), false, new StringStyler.Builder().build());
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
