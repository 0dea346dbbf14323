package org.faceunlock.cli;

import picocli.CommandLine.Command;

/** The group of commands about models. */
@Command(name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Lists, fetches and checks the networks' weights.",
            "",
            "They belong to their publishers and are fetched once, only when you ask.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ./face-unlock models list",
            "  ./face-unlock models show dlib",
            "  ./face-unlock models fetch real",
            "  FACE_UNLOCK_MIRROR=/media/stick ./face-unlock models fetch vggface2"
        },
        subcommands = {ModelsListCommand.class, ModelsShowCommand.class, ModelsFetchCommand.class,
            ModelsVerifyCommand.class, ModelsPathCommand.class})
final class ModelsCommand {
}
