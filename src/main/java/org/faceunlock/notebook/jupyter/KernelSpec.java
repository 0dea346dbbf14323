package org.faceunlock.notebook.jupyter;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How Jupyter starts the kernel: this Java, with the options of this process, on this class path.
 *
 * <p>The kernel is called "java" as those of JJava and IJava are, so that the same notebook runs on any of the three.
 */
final class KernelSpec {
    static final String NAME = "java";
    /** The kernel's description, below a folder in which Jupyter looks for data. */
    static final Path FILE = Path.of("kernels", NAME, "kernel.json");
    /** What the launcher tells of its terminal, which a kernel does not have. */
    private static final String OF_TERMINAL = "-Dface-unlock.terminal=";
    /**
     * Half of the memory, of the machine's or of a container's limit, in place of Java's quarter: the networks and Java
     * itself take 0.4 GB beside it, whatever its size. An option of the user's, which comes later, wins.
     */
    private static final String HEAP = "-XX:MaxRAMPercentage=50";
    private static final String COLLECTOR = "-XX:\\+Use\\w+GC";

    private KernelSpec() {
    }

    static String json(String program, List<String> options, String classPath) {
        List<String> command = new ArrayList<>(List.of(program, "--enable-native-access=ALL-UNNAMED", HEAP));
        if (options.stream().noneMatch(option -> option.matches(COLLECTOR))) {
            command.add("-XX:+UseSerialGC"); // the smallest, and quick to start; two of them are an error
        }
        options.stream().filter(option -> !option.startsWith(OF_TERMINAL)).forEach(command::add);
        command.addAll(List.of("-cp", classPath, "org.faceunlock.notebook.kernel.Kernel", "{connection_file}"));
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("argv", command);
        description.put("display_name", "Java (Face Unlock)");
        description.put("language", "java");
        description.put("interrupt_mode", "message");
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(description);
    }
}
