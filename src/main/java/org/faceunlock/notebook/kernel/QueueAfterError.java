package org.faceunlock.notebook.kernel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.ExecuteReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * After a cell that failed, the cells that waited behind it are not run: "Run All" stops where the error is.
 *
 * <p>Cells that were sent before the failure was told count as waiting. For the thread that runs cells.
 */
final class QueueAfterError {
    private volatile Instant failed = Instant.MIN;

    void cancelWaiting() {
        failed = Instant.now();
    }

    boolean isCancelled(Message<ExecuteRequest> request) {
        return request.getContent().shouldStopOnError()
                && sent(request.getHeader().getTimestamp().getDateString()).isBefore(failed);
    }

    private static Instant sent(String date) {
        try {
            return OffsetDateTime.parse(date).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MAX; // a page with a date of its own kind: run the cell
        }
    }

    void reply(ShellReplyEnvironment env, Message<ExecuteRequest> request) {
        env.setBusyDeferIdle();
        env.reply(new Message<>(request, type(), new Aborted()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static MessageType<Aborted> type() {
        return (MessageType) ExecuteReply.MESSAGE_TYPE;
    }

    /** An execute_reply whose status the base has no word for. */
    private static final class Aborted implements ContentType<Aborted> {
        @SuppressWarnings("unused") // written by the JSON library
        private final String status = "aborted";
        @SuppressWarnings("unused") // written by the JSON library
        private final Map<String, String> payload = Map.of();

        @Override
        public MessageType<Aborted> getType() {
            return type();
        }
    }
}
