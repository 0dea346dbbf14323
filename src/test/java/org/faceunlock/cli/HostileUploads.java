package org.faceunlock.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What somebody may give to the upload button: names that are HTML or script, and photos that are none. */
final class HostileUploads {
    private static final String SCRIPT = "onerror=window.planted=document.title='planted'";

    private HostileUploads() {
    }

    /** A file, and whether the photo in it is the enrolled person's. */
    record Upload(Path file, boolean opens) { }

    static List<Upload> in(Path folder) throws IOException {
        byte[] photo = Files.readAllBytes(Path.of("faces", "me", "me_2.jpg"));
        byte[] svg = ("<svg xmlns='http://www.w3.org/2000/svg' onload=\"window.planted=1\"><script>window.planted=1;"
                + "document.title='planted'</script></svg>").getBytes(StandardCharsets.UTF_8);
        byte[] bomb = photo.clone();
        for (int i = 2; i < bomb.length - 9; i++) {
            if ((bomb[i] & 0xff) == 0xff && (bomb[i + 1] & 0xff) == 0xc0) { // the frame: 65,535 x 65,535 pixels
                Arrays.fill(bomb, i + 5, i + 9, (byte) 0xff);
                break;
            }
        }
        return List.of(
                write(folder, "<img src=x " + SCRIPT + ">.jpg", photo, true),
                write(folder, "'\"><svg onload=window.planted=1>.jpg", photo, true),
                write(folder, "{{constructor}} ${7*7} `planted`.jpg", photo, true),
                write(folder, "a script.jpg", svg, false),
                write(folder, "cut.jpg", Arrays.copyOf(photo, photo.length / 2), false),
                write(folder, "empty.jpg", new byte[0], false),
                write(folder, "bomb.jpg", bomb, false));
    }

    private static Upload write(Path folder, String name, byte[] bytes, boolean opens) throws IOException {
        return new Upload(Files.write(folder.resolve(name), bytes), opens);
    }
}
