package org.faceunlock.demo.cli;

import picocli.CommandLine.Command;

/** The group of commands that train networks. */
@Command(name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Trains the small networks that come with the program anew, or one of them on your photos.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ./face-unlock train embedder --out my.pt",
            "  ./face-unlock train embedder --faces photos/faces --out family.pt",
            "  ./face-unlock train detector --out detector"
        },
        subcommands = {TrainEmbedderCommand.class, TrainDetectorCommand.class})
final class TrainCommand {
}
