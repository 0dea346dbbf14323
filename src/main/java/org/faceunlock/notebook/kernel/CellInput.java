package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * System.in of a kernel: a cell that reads asks the page for a line.
 *
 * <p>One line at a time; what a cell has not read of its line, the next reader gets.
 */
final class CellInput extends InputStream {
    private final KernelSockets sockets;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private byte[] line = {};
    private int read;

    CellInput(KernelSockets sockets) {
        this.sockets = sockets;
    }

    /** Takes an input_reply. */
    void receive(Message message) {
        lines.add(Json.string(message.content(), "value", "") + "\n");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public synchronized int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (read == line.length) {
            line = ask().getBytes(StandardCharsets.UTF_8);
            read = 0;
        }
        int taken = Math.min(length, line.length - read);
        System.arraycopy(line, read, into, from, taken);
        read += taken;
        return taken;
    }

    @Override
    public synchronized int available() {
        return line.length - read;
    }

    private String ask() throws IOException {
        CellTask task = CellTask.current().orElseThrow(() -> new IOException("no cell is running that could be asked"));
        if (!Json.flag(task.request().content(), "allow_stdin", false)) {
            String why = "nobody can be asked for input here; give the cell its values in variables instead";
            System.err.println(why); // a Scanner keeps the reason to itself
            throw new IOException(why);
        }
        lines.clear(); // an answer that a cell did not wait for
        task.printed().finish();
        sockets.send(KernelSockets.Channel.STDIN, task.request().answer("input_request",
                Json.object("prompt", "", "password", false)));
        try {
            return lines.take();
        } catch (InterruptedException e) {
            CellTask.check();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it waited for input");
        }
    }
}
