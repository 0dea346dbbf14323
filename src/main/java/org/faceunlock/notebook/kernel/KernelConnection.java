package org.faceunlock.notebook.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.zeromq.ZMQ;

/**
 * The kernel's sockets, with a shell channel that looks for messages every {@value #SHELL_SLEEP_MILLIS} ms.
 *
 * <p>The base looks every 50 ms, which a slider's every step would wait for.
 */
final class KernelConnection extends JupyterConnection {
    private static final long SHELL_SLEEP_MILLIS = 4;
    private final KernelConnectionProperties properties;
    private final UnaryOperator<ErrorReply> errors;
    private final ShellChannel quickShell;
    private final CountDownLatch closed = new CountDownLatch(1);

    KernelConnection(KernelConnectionProperties properties, UnaryOperator<ErrorReply> errors)
            throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
        this.properties = properties;
        this.errors = errors;
        this.quickShell = new ShellChannel(ZMQ.context(1), properties.createHMACGenerator(), false, this,
                SHELL_SLEEP_MILLIS);
    }

    /** Binds all channels; the base's own shell channel stays unused. */
    @Override
    public void connect() {
        heartbeat.bind(properties);
        iopub.bind(properties);
        control.bind(properties);
        stdin.bind(properties);
        quickShell.bind(properties);
    }

    /** Replies of which the failed ones tell all that the page is told. */
    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel shell, MessageContext context) {
        return new ShellReplyEnvironment(shell, stdin, iopub, context) {
            @Override
            public void replyError(MessageType<?> type, ErrorReply error) {
                super.replyError(type, errors.apply(error));
            }
        };
    }

    @Override
    public void close() {
        try {
            super.close();
        } finally {
            closed.countDown();
        }
    }

    /** Waits for the shutdown, which need not wait for the cell that runs. */
    @Override
    public void waitUntilClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
