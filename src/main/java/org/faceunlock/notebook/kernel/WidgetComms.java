package org.faceunlock.notebook.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.dflib.jjava.jupyter.channels.ReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.comm.Comm;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.comm.CommOpenCommand;
import org.dflib.jjava.jupyter.messages.reply.CommInfoReply;
import org.dflib.jjava.jupyter.messages.request.CommInfoRequest;
import org.faceunlock.notebook.widget.CommListener;
import org.faceunlock.notebook.widget.Protocol;
import org.faceunlock.notebook.widget.WireMessage;

/** Comms as widgets need them: buffers on a comm_open, and a comm_info_reply that a page believes. */
final class WidgetComms extends CommManager {
    /** Opens a widget's comm with its whole first state, bytes included; returns the id. */
    String open(WireMessage data, CommListener listener) {
        String id = UUID.randomUUID().toString().replace("-", "");
        CommOpenCommand opening = new CommOpenCommand(id, Protocol.WIDGET_TARGET,
                new Gson().fromJson(data.json(), JsonObject.class));
        registerComm(new JJavaLink.Channel(this, id, Protocol.WIDGET_TARGET, listener));
        iopub.sendMessage(new Message<>(context, CommOpenCommand.MESSAGE_TYPE, opening,
                data.buffers().isEmpty() ? null : data.buffers(), Map.of("version", Protocol.VERSION)));
        return id;
    }

    @Override
    public void handleCommInfoRequest(ReplyEnvironment env, Message<CommInfoRequest> request) {
        env.setBusyDeferIdle();
        String wanted = request.getContent().getTargetName();
        Map<String, CommInfoReply.CommInfo> found = new LinkedHashMap<>();
        for (Comm comm : this) {
            if (wanted == null || wanted.equals(comm.getTargetName())) {
                found.put(comm.getID(), new CommInfoReply.CommInfo(comm.getTargetName()));
            }
        }
        env.reply(new OkCommInfoReply(found));
    }

    /** The base's reply with the status that the protocol asks for and the base leaves out. */
    private static final class OkCommInfoReply extends CommInfoReply {
        @SuppressWarnings("unused") // written by the JSON library
        private final String status = "ok";

        OkCommInfoReply(Map<String, CommInfo> comms) {
            super(comms);
        }
    }
}
