package org.faceunlock.cli;

import picocli.CommandLine.Command;

/** The group of commands about photos to try things on. */
@Command(name = "photos",
        mixinStandardHelpOptions = true,
        description = {
            "Fetches photos of real people, which do not come with the project.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Example:",
            "  ./face-unlock photos fetch article --to photos"
        },
        subcommands = PhotosFetchCommand.class)
final class PhotosCommand {
}
