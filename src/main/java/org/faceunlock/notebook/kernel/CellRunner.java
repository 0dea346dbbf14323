package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Runs cells of Java and magics, part by part as they stand; a cell's value is that of its last part.
 *
 * <p>Like the shell that runs the Java, for use by one thread.
 */
final class CellRunner {
    private final JavaShell shell;
    private final Magics magics;

    /** Whether a cell can be run as it stands. */
    enum Completeness { COMPLETE, INCOMPLETE, INVALID }

    CellRunner(JavaShell shell, Magics magics) {
        this.shell = shell;
        this.magics = magics;
    }

    JavaShell shell() {
        return shell;
    }

    Magics magics() {
        return magics;
    }

    /** The parts of a cell that are run. */
    List<CellPart> parts(String cell) {
        return CellPart.of(cell, name -> magics.find(name).isPresent() && !isVariable(name, cell));
    }

    private boolean isVariable(String name, String cell) {
        Pattern use = Pattern.compile("(?<![%\\p{L}\\p{N}_$])" + name + "(?![\\p{L}\\p{N}_$])");
        return use.matcher(cell).find() || shell.variables().anyMatch(variable -> variable.name().equals(name));
    }

    /** Runs a cell; throws {@link CellException} at the first part that fails, and before any for an unknown magic. */
    CellResult run(CellTask task, int cell, String text) {
        List<CellPart> parts = parts(text);
        if (parts.stream().allMatch(CellPart::isJava)) {
            return shell.run(task, cell, text);
        }
        for (CellPart part : parts) {
            check(part, part == parts.get(0), text);
        }
        Optional<Object> value = Optional.empty();
        List<String> notes = new ArrayList<>();
        for (CellPart part : parts) {
            if (part.isJava()) {
                CellResult result = shell.run(task, cell, part.alone(text));
                value = result.value();
                notes.addAll(result.notes());
            } else {
                value = use(part, text, new MagicSession(shell, task, code -> {
                    CellResult result = run(task, cell, code);
                    notes.addAll(result.notes());
                    return result.value();
                }, part.alone(text)));
            }
        }
        return new CellResult(value, notes);
    }

    private void check(CellPart part, boolean isFirst, String text) {
        if (!part.isJava() && magics.find(part.name()).isEmpty()) {
            throw failure(part, text, magics.unknown(part.magic()));
        }
        if (part.isCellMagic() && !isFirst) {
            throw failure(part, text, part.magic() + " takes a whole cell, and so must be its first line; found code"
                    + " above it");
        }
    }

    private Optional<Object> use(CellPart part, String text, MagicSession session) {
        try {
            return magics.find(part.name()).orElseThrow().run(part.arguments(text), session);
        } catch (CellException e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw failure(part, text, part.magic() + ": " + e.getMessage());
        } catch (Exception e) {
            throw failure(part, text, part.magic() + ": " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static CellException failure(CellPart part, String text, String message) {
        CellSource source = new CellSource(0, text, part.from());
        String first = "line " + source.lineAt(0) + ": " + message;
        return new CellException(first, List.of("\u001b[1;31m" + first + "\u001b[0m", source.quote(source.lineAt(0))));
    }

    /** How complete a cell is, judged by its last statement. */
    Completeness completeness(String cell) {
        List<CellPart> parts = parts(cell);
        if (parts.isEmpty()) {
            return Completeness.COMPLETE;
        }
        CellPart last = parts.get(parts.size() - 1);
        if (!last.isJava() && magics.find(last.name()).isEmpty()) {
            return Completeness.INVALID;
        }
        if (last.isCellMagic() && last.arguments(cell).isEmpty()) {
            return Completeness.INCOMPLETE;
        }
        if (!last.isJava() && !magics.takes(last.name(), Magics.Arguments.CODE)) {
            return Completeness.COMPLETE;
        }
        return switch (shell.completeness(last.alone(cell))) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> Completeness.COMPLETE;
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> Completeness.INCOMPLETE;
            case UNKNOWN -> Completeness.INVALID;
        };
    }
}
