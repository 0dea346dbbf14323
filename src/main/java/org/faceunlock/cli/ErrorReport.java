package org.faceunlock.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import org.faceunlock.models.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
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
        err.println("face-unlock: " + e.getMessage());
        boolean suggested = UnmatchedArgumentException.printSuggestions(e, err);
        if (!suggested && !command.getSubcommands().isEmpty()) {
            command.usage(err);
        } else {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        traceIfAsked(e, err);
        return ExitCode.USAGE;
    }

    /** Failure: why; exit code 1. */
    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof OutputException output) {
            return output.report(command.getErr());
        }
        PrintWriter err = command.getErr();
        err.println("face-unlock: " + words(e));
        traceIfAsked(e, err);
        return ExitCode.SOFTWARE;
    }

    private void traceIfAsked(Exception e, PrintWriter err) {
        if (root.debug()) {
            e.printStackTrace(err);
        }
    }

    private static String words(Exception e) {
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
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is in the way";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
