package org.faceunlock.cli;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.faceunlock.compare.StoredTemplate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The passphrase of a template: from a file, a variable or the console, never from the arguments, which others see. */
final class PassphraseOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @ArgGroup
    private Source source = new Source();

    /** Where it comes from: one of these, else the console. */
    static final class Source {

        @Option(names = "--passphrase-file", paramLabel = "FILE",
                description = "The template's passphrase is the first line of this file; else it is asked for.")
        private Optional<Path> file = Optional.empty();

        @Option(names = "--passphrase-env", paramLabel = "NAME",
                description = "The template's passphrase is in this environment variable.")
        private Optional<String> variable = Optional.empty();
    }

    /** Whether there is a passphrase without asking. */
    boolean given() {
        return source.file.isPresent() || source.variable.isPresent();
    }

    /** The passphrase for a new template, asked for twice at the console. */
    char[] ofNew() {
        char[] passphrase = given() ? fromSource() : ask("Passphrase for the template: ");
        if (!given() && !Arrays.equals(passphrase, ask("Again: "))) {
            throw new ParameterException(command.commandLine(), "the two passphrases differ; nothing was written");
        }
        return passphrase;
    }

    /**
     * Reads a template.
     *
     * @param fusionGiven whether another rule than the template's is asked for, which is an error
     */
    StoredTemplate read(Path file, boolean fusionGiven) {
        if (fusionGiven) {
            throw new ParameterException(command.commandLine(),
                    "--fusion does not go with --template, which has its own rule; enrol again for another");
        }
        boolean[] asked = {false};
        StoredTemplate template = StoredTemplate.read(file, path -> {
            asked[0] = true;
            return given() ? fromSource() : ask("Passphrase for " + path + ": ");
        });
        if (given() && !asked[0]) { // somebody may have put a template of their own there
            throw new IllegalArgumentException("template %s: expected an encrypted one, as a passphrase is given, "
                    .formatted(file) + "found one that is not");
        }
        return template;
    }

    private char[] fromSource() {
        String found;
        try {
            found = source.file.isPresent()
                    ? Files.readString(source.file.get(), StandardCharsets.UTF_8).lines().findFirst().orElse("")
                    : Optional.ofNullable(System.getenv(source.variable.orElseThrow())).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the passphrase", e);
        }
        return required(found.toCharArray());
    }

    private char[] ask(String prompt) {
        Console console = System.console();
        if (console == null) {
            throw new ParameterException(command.commandLine(),
                    "the template wants a passphrase and there is no console to ask at; give --passphrase-file or"
                            + " --passphrase-env");
        }
        char[] typed = console.readPassword("%s", prompt);
        return required(typed == null ? new char[0] : typed);
    }

    private char[] required(char... passphrase) {
        if (passphrase.length == 0) {
            throw new ParameterException(command.commandLine(), "expected a passphrase, found an empty one or none");
        }
        return passphrase;
    }
}
