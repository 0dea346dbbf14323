package org.faceunlock.cli;

import java.util.List;
import org.faceunlock.evaluate.Engine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where a command does its work, if not in this process. */
final class EngineOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** Null unless given: picocli has no other way for a group. */
    @ArgGroup(exclusive = false)
    private Elsewhere elsewhere;

    /** Both or none. */
    static final class Elsewhere {

        @Option(names = "--engine", paramLabel = "NAME", required = true, description = "spark: on Apache Spark; paths"
                + " are Spark's then (also hdfs: and s3a:). For builds with -Pspark; docs/scale.md says how.")
        private String engine;

        @Option(names = "--out", paramLabel = "TABLE", required = true,
                description = "With --engine: the Parquet table to write.")
        private String out;
    }

    boolean isGiven() {
        return elsewhere != null;
    }

    Engine engine() {
        return Engine.named(elsewhere.engine);
    }

    String out() {
        return elsewhere.out;
    }

    /** The places that the user named, as typed: a Path would spoil hdfs://host/folder. */
    List<String> places() {
        return command.commandLine().getParseResult().matchedPositionals().stream()
                .flatMap(positional -> positional.originalStringValues().stream()).toList();
    }
}
