package org.faceunlock.cli;

import picocli.CommandLine.Command;

/** The group of commands that run known protocols. */
@Command(name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures detector and embedder by a protocol that others use, so that figures can be compared.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  ./face-unlock evaluate lfw --pairs pairs.txt --images lfw"
        },
        subcommands = EvaluateLfwCommand.class)
final class EvaluateCommand {
}
