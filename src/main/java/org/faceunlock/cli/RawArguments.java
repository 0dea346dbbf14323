package org.faceunlock.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * File names on the command line that are not UTF-8, as on disks of an older system: Java hands each of their bytes
 * over as U+FFFD, which no file is called by.
 *
 * <p>Linux keeps the bytes. One that is not UTF-8 becomes a lone surrogate, U+DC80 to U+DCFF, in the argument, as in
 * Python (PEP 383), and a byte again in the path. Elsewhere, names are Unicode anyway.
 */
final class RawArguments {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");
    private static final char UNKNOWN = '\ufffd';
    private static final int ESCAPE = 0xdc00;

    private RawArguments() {
    }

    /** The arguments of main, those with bytes that Java did not understand read anew. */
    static String[] of(String... arguments) {
        if (String.join("", arguments).indexOf(UNKNOWN) < 0 || !Files.isReadable(COMMAND_LINE)) {
            return arguments;
        }
        try {
            // 0 ends each, also the last; those of main come last
            String[] all = escaped(Files.readAllBytes(COMMAND_LINE)).split("\0", -1);
            int end = all.length - 1;
            return end < arguments.length ? arguments : Arrays.copyOfRange(all, end - arguments.length, end);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + COMMAND_LINE, e);
        }
    }

    private static String escaped(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        for (CoderResult result = decoder.decode(in, out, true); result.isMalformed();
                result = decoder.decode(in, out, true)) {
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (ESCAPE + (in.get() & 0xff)));
            }
        }
        return out.flip().toString();
    }

    /** The path that an argument names. */
    static Path path(String argument) {
        if (argument.codePoints().noneMatch(RawArguments::isEscape)) {
            return Path.of(argument);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        argument.codePoints().forEach(point -> bytes.writeBytes(isEscape(point)
                ? new byte[] {(byte) point} : Character.toString(point).getBytes(StandardCharsets.UTF_8)));
        String encoded = HexFormat.of().withPrefix("%").withUpperCase().formatHex(bytes.toByteArray())
                .replace("%2F", "/");
        Path here = Path.of("").toAbsolutePath();
        return argument.startsWith("/") ? Path.of(URI.create("file://" + encoded))
                : here.relativize(Path.of(URI.create(here.toUri() + encoded)));
    }

    private static boolean isEscape(int point) {
        return point >= ESCAPE + 0x80 && point <= ESCAPE + 0xff;
    }
}
