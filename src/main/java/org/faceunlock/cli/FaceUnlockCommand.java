package org.faceunlock.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root: what the program is, and its commands; {@link CommandProvider} adds others. */
@Command(name = "face-unlock",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        description = {
            "Finds, embeds and compares faces, and shows whether a face unlock would let them in.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Examples:",
            "  ./face-unlock notebook               the article, alive, in the browser",
            "  ./face-unlock figures                heatmap and PCA map of the people in faces/",
            "  ./face-unlock unlock --enrol faces/me faces_test",
            "  ./face-unlock models fetch mtcnn vggface2    weights for photos of real people",
            "  ./face-unlock photos fetch article           twelve such photos",
            "",
            "Environment:",
            "  FACE_UNLOCK_HOME     where fetched files are kept (else the cache folder)",
            "  FACE_UNLOCK_MIRROR   a folder or address in place of https://",
            "  https_proxy, no_proxy   the way to the web, as for curl; also http_proxy, all_proxy",
            "  FACE_UNLOCK_DEBUG    set to anything: stack traces, like --debug",
            "",
            "Exit codes: 0 yes or done, 1 no or failed, 2 not understood."
        },
        subcommands = {
            NotebookCommand.class,
            DetectCommand.class,
            CropCommand.class,
            EmbedCommand.class,
            FiguresCommand.class,
            EnrolCommand.class,
            UnlockCommand.class,
            ThresholdsCommand.class,
            EvaluateCommand.class,
            IdentifyCommand.class,
            ClusterCommand.class,
            RobustnessCommand.class,
            ModelsCommand.class,
            PhotosCommand.class
        })
final class FaceUnlockCommand {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    /** Whether stack traces are wanted. */
    boolean debug() {
        String variable = System.getenv("FACE_UNLOCK_DEBUG");
        return debug || variable != null && !variable.isBlank();
    }
}
