package org.faceunlock.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What becomes of attempts besides their answer: a record, and a wait after too many that failed. */
final class AttemptOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--attempts", paramLabel = "N",
            description = "After N failures in a row wait 1 second before the next attempt, then 2, 4, up to 60."
                    + " Failures of earlier runs count if they are in the --log.")
    private Optional<Integer> attempts = Optional.empty();

    @Option(names = "--log", paramLabel = "FILE",
            description = "Append each attempt to this file as a line of JSON: time, photo, outcome, similarity,"
                    + " threshold, reason; no embeddings.")
    private Optional<Path> log = Optional.empty();

    AttemptLog log() {
        if (attempts.isPresent() && attempts.get() < 1) {
            throw new ParameterException(command.commandLine(),
                    "--attempts: expected at least 1, found " + attempts.get());
        }
        return AttemptLog.open(log, attempts.orElse(Integer.MAX_VALUE), AttemptLog.Sleeper.REAL);
    }
}
