package org.faceunlock.notebook.jupyter;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** This process's Java and the options that it was given, so that another can be started like it. */
final class JavaCommand {
    private JavaCommand() {
    }

    static String program() {
        return ProcessHandle.current().info().command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** The options as Java took them, whatever quotes and spaces they were written with; no class path among them. */
    static List<String> options() {
        return new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }
}
