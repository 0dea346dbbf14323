package org.faceunlock.demo.cli;

import picocli.CommandLine.Command;

/** The group of commands that measure. */
@Command(name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how fast, how lean and how right it is, on this machine.",
            "",
            "Each command prints what it ran on and with which settings, so that figures can be compared.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ./face-unlock bench speed photos",
            "  ./face-unlock bench memory --detections 1000",
            "  ./face-unlock bench detector --people 50"
        },
        subcommands = {BenchSpeedCommand.class, BenchMemoryCommand.class, BenchDetectorCommand.class,
            BenchEmbedderCommand.class, BenchPipelineCommand.class})
final class BenchCommand {
}
