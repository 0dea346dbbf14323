package org.faceunlock.demo.cli;

import picocli.CommandLine.Command;

/** The commands about rendered people. */
@Command(name = "people",
        mixinStandardHelpOptions = true,
        description = {
            "Renders people who do not exist, in any number, with everything true about them known.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./face-unlock people render --identities 10 --photos 5 --out out/people"
        },
        subcommands = PeopleRenderCommand.class)
final class PeopleCommand {
}
