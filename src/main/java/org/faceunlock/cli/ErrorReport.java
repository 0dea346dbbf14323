package org.faceunlock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.faceunlock.models.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The one place where exceptions become what a user reads: the message on standard error, and the exit code. A stack
 * trace comes only with {@code --debug} or {@code FACE_UNLOCK_DEBUG}.
 */
final class ErrorReport implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final FaceUnlockCommand root;

    ErrorReport(FaceUnlockCommand root) {
        this.root = root;
    }

    /** Misuse: what was not understood, and where help is to be had; exit code 2. */
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("face-unlock: " + words(e));
        boolean suggested = UnmatchedArgumentException.printSuggestions(e, err);
        if (!suggested && !command.getSubcommands().isEmpty()) {
            command.usage(err);
        } else {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        traceIfAsked(e, err);
        return ExitCode.USAGE;
    }

    /** What picocli says, but in words where it names a class of Java. */
    private static String words(ParameterException e) {
        if (e.getArgSpec() != null && e.getCause() instanceof IllegalArgumentException cause) {
            return "Invalid value for %s: %s".formatted(e.getArgSpec() instanceof OptionSpec option
                    ? "option '%s'".formatted(option.longestName()) : "parameter " + e.getArgSpec().paramLabel(),
                    cause instanceof NumberFormatException
                            ? "expected a number, found '%s'".formatted(e.getValue()) : cause.getMessage());
        }
        return e.getMessage().replaceFirst("' is not an? (int|long)$", "' is not a whole number, or too large")
                .replaceFirst("' is not a double$", "' is not a number")
                .replaceFirst("' is not a boolean$", "' is not true or false");
    }

    /** Failure: why; exit code 1. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return e instanceof OutputException output ? output.report(command.getErr()) : handleError(e, command);
    }

    /** Failure of whatever kind: why; exit code 1. */
    int handleError(Throwable e, CommandLine command) {
        PrintWriter err = command.getErr();
        err.println("face-unlock: " + words(e));
        traceIfAsked(e, err);
        return ExitCode.SOFTWARE;
    }

    private void traceIfAsked(Throwable e, PrintWriter err) {
        if (root.debug()) {
            e.printStackTrace(err);
        }
    }

    private static String words(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "not enough memory (%s; Java may use %s MB in all); start with FACE_UNLOCK_JAVA_OPTS=-Xmx4g or so"
                    .formatted(e.getMessage(), Runtime.getRuntime().maxMemory() / 1_000_000);
        }
        if (e instanceof UncheckedIOException wrapped) {
            return wrapped.getMessage() + ": " + words(wrapped.getCause());
        }
        if (e instanceof IOException io) {
            return words(io);
        }
        boolean meantForUsers = e instanceof StoreException || e instanceof IllegalArgumentException;
        return meantForUsers && e.getMessage() != null
                ? e.getMessage()
                : "this should not have happened: " + e + "; run it again with --debug and report the stack trace";
    }

    private static String words(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no " + e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getMessage();
        }
        if (e instanceof FileSystemException file && file.getReason() == null) {
            return file.getFile() + " is in the way";
        }
        return e.getMessage() == null ? "reading or writing failed, and Java does not say why" : e.getMessage();
    }
}
