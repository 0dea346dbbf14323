package org.faceunlock.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import org.faceunlock.notebook.jupyter.PathingJar;
import picocli.CommandLine;

/**
 * The program: runs one command and ends with its exit code.
 *
 * <p>Results go to standard output, progress and errors to standard error, both in UTF-8 and with the digits 0 to 9
 * whatever the locale. Exit codes: 0 yes or done, 1 no or failed, 2 the command line was not understood, 141 the reader
 * of the output went away.
 */
public final class Main {

    private static final int HELP_WIDTH = 80;

    private Main() {
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // for libraries that print numbers
        System.exit(code(out, err, arguments));
    }

    private static int code(PrintStream out, PrintStream err, String... arguments) {
        try {
            OptionalInt elsewhere = PathingJar.runAgain(arguments);
            return elsewhere.isPresent() ? elsewhere.getAsInt() : run(out, err, RawArguments.of(arguments));
        } catch (IOException | InterruptedException e) {
            err.println("face-unlock: the folder of this program has a name that Java misreads, and the way around it"
                    + " failed: " + e.getMessage());
            return 1;
        }
    }

    private static int run(PrintStream out, PrintStream err, String... arguments) {
        CommandLine commandLine = commandLine(new FaceUnlockCommand())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        try {
            return commandLine.execute(arguments);
        } catch (OutputException e) {
            return e.report(commandLine.getErr());
        } catch (Error e) {
            return new ErrorReport(commandLine.getCommand()).handleError(e, commandLine);
        }
    }

    static CommandLine commandLine(FaceUnlockCommand root) {
        ErrorReport report = new ErrorReport(root);
        CommandLine commandLine = new CommandLine(root);
        for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
            provider.commands().forEach(commandLine::addSubcommand);
        }
        return commandLine
                .registerConverter(Path.class, RawArguments::path)
                .setUsageHelpWidth(HELP_WIDTH)
                .setAbbreviatedSubcommandsAllowed(false)
                .setParameterExceptionHandler(report)
                .setExecutionExceptionHandler(report);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new CheckedOutput(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
    }
}
