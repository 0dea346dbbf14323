package org.faceunlock.notebook.jupyter;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How Jupyter starts the kernel: this Java, this class path.
 *
 * <p>The kernel is called "java" as those of JJava and IJava are, so that the same notebook runs on any of the three.
 */
final class KernelSpec {
    static final String NAME = "java";
    /** The launcher's variable for further options of Java; they hold for the kernel too. */
    private static final String OPTIONS = "FACE_UNLOCK_JAVA_OPTS";

    private KernelSpec() {
    }

    /** Writes the kernel's description where Jupyter looks for it. */
    static void install(Path share) throws IOException {
        Path folder = Files.createDirectories(share.resolve("kernels").resolve(NAME));
        Path part = folder.resolve("kernel.json.part");
        Files.writeString(part, new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create()
                .toJson(description(System.getProperty("java.class.path"),
                        System.getenv().getOrDefault(OPTIONS, ""))));
        Files.move(part, folder.resolve("kernel.json"), StandardCopyOption.REPLACE_EXISTING);
    }

    static Map<String, Object> description(String classPath, String options) {
        String java = ProcessHandle.current().info().command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String absolute = Arrays.stream(classPath.split(File.pathSeparator)).filter(entry -> !entry.isBlank())
                .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(File.pathSeparator));
        Map<String, Object> description = new LinkedHashMap<>();
        List<String> command = new ArrayList<>(List.of(java, "-Djava.awt.headless=true", "-XX:+UseSerialGC"));
        options.lines().flatMap(line -> Arrays.stream(line.split(" +"))).filter(option -> !option.isBlank())
                .forEach(command::add);
        command.addAll(List.of("-cp", absolute, "org.faceunlock.notebook.kernel.Kernel", "{connection_file}"));
        description.put("argv", command);
        description.put("display_name", "Java (Face Unlock)");
        description.put("language", "java");
        description.put("interrupt_mode", "message");
        return description;
    }
}
