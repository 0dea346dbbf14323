package org.faceunlock.cli;

import java.io.IOException;
import java.io.OutputStream;

/**
 * An output whose failures cannot be passed over: print streams swallow an IOException, but not the
 * {@link OutputException} that is thrown in its place, so that a command ends when nobody can read what it writes.
 */
final class CheckedOutput extends OutputStream {

    private final OutputStream out;

    CheckedOutput(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }
}
