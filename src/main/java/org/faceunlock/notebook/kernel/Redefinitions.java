package org.faceunlock.notebook.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * What it does to earlier cells that a declaration is made again, and what the user is told of it.
 *
 * <p>Variables keep their values as long as their types are what they were. One whose own declaration no longer
 * compiles is declared by its type alone. What had to go is told with the cells to run again.
 */
final class Redefinitions {
    private final JShell shell;
    private final SnippetClasses classes;
    /** The cells that declared what there is, by JShell's names for it. */
    private final Map<String, CellSource> cells = new HashMap<>();
    private final Map<String, String> resets = new HashMap<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<String> lost = new LinkedHashSet<>();
    private final Set<DeclarationSnippet> broken = new LinkedHashSet<>();

    Redefinitions(JShell shell, SnippetClasses classes) {
        this.shell = shell;
        this.classes = classes;
    }

    /** Takes note of what came of a statement; one that failed has not set the variables that it declares. */
    void after(List<SnippetEvent> events, CellSource source, boolean hasFailed) {
        lost.addAll(classes.takeLost());
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) {
                dependent(event);
                continue;
            }
            cells.put(event.snippet().id(), source);
            if (event.snippet() instanceof TypeDeclSnippet type && event.isSignatureChange()) {
                types.add(type.name());
            }
            if (event.snippet() instanceof VarSnippet variable && event.status() == Status.VALID) {
                declared(variable, hasFailed);
            }
        }
        lost.addAll(classes.takeLost());
    }

    private void declared(VarSnippet variable, boolean hasFailed) {
        if (hasFailed && classes.isEmpty(variable.name())) {
            resets.put(variable.name(), variable.name() + " has no value: what was to make it failed");
            shell.drop(variable).forEach(this::dependent); // better no variable than a threshold of 0
        } else if (!hasFailed) {
            classes.isSet(variable.name());
            resets.remove(variable.name());
        }
        lost.remove(variable.name());
    }

    private void dependent(SnippetEvent event) {
        boolean isBroken = event.status() == Status.RECOVERABLE_NOT_DEFINED
                || event.status() == Status.RECOVERABLE_DEFINED;
        if (event.snippet() instanceof VarSnippet variable && isBroken && event.previousStatus() == Status.VALID) {
            declareByType(variable);
        } else if (event.snippet() instanceof DeclarationSnippet declaration && isBroken) {
            broken.add(declaration);
        } else if (event.snippet() instanceof TypeDeclSnippet type && event.isSignatureChange()
                && event.previousStatus() == Status.VALID && classes.hasState(type.name())) {
            lost.add("the static fields of " + type.name());
        }
    }

    private void declareByType(VarSnippet variable) {
        Optional<Object> value = classes.value(variable.name());
        List<SnippetEvent> events = shell.eval(variable.typeName() + " " + variable.name() + ";");
        boolean isDeclared = events.stream().anyMatch(event -> event.status() == Status.VALID
                && event.snippet() instanceof VarSnippet);
        if (isDeclared && !classes.isEmpty(variable.name())) {
            classes.set(variable.name(), value.orElse(null));
        } else {
            broken.add(variable);
        }
    }

    /** Lines about what was reset since the last call, or can no longer be used. */
    List<String> takeNotes() {
        List<String> notes = new ArrayList<>();
        String cause = types.isEmpty() ? "" : " (" + String.join(", ", types) + " was declared again)";
        if (!lost.isEmpty()) {
            notes.add("reset: " + lost.stream().sorted(Comparator.comparingInt(this::cell)).collect(
                    Collectors.joining(", ")) + cause + again(lost));
            lost.forEach(name -> resets.put(name, name + " was reset" + cause + again(Set.of(name))));
        }
        if (!types.isEmpty()) {
            outdated().forEach((type, names) -> notes.add(String.join(", ", names) + (names.size() == 1 ? " holds"
                    : " hold") + " a " + type + " from before it was declared again" + again(names)));
        }
        broken.stream().filter(snippet -> shell.status(snippet) != Status.VALID && shell.status(snippet).isActive())
                .map(this::brokenNote).forEach(notes::add);
        lost.clear();
        types.clear();
        broken.clear();
        return notes;
    }

    private String brokenNote(DeclarationSnippet snippet) {
        String why = Stream.concat(shell.unresolvedDependencies(snippet).map(symbol -> symbol + CellErrors.UNDEFINED),
                shell.diagnostics(snippet).map(error -> error.getMessage(Locale.ENGLISH).lines().findFirst()
                .orElse("")))
                .collect(Collectors.joining(", "));
        return snippet.name() + " does not compile any more: " + why
                + (cells.containsKey(snippet.id()) ? " - change cell " + cells.get(snippet.id()).cell() : "");
    }

    private Map<String, Set<String>> outdated() {
        Map<String, Set<String>> names = new TreeMap<>();
        shell.variables().forEach(variable -> classes.value(variable.name()).ifPresent(value ->
                parts(value).stream().flatMap(part -> classes.outdatedType(part).stream()).forEach(type ->
                        names.computeIfAbsent(type, t -> new LinkedHashSet<>()).add(variable.name()))));
        return names;
    }

    /** A value, and what it holds if it is an array or one of the JDK's collections. */
    private static List<Object> parts(Object value) {
        List<Object> parts = new ArrayList<>(List.of(value));
        boolean isOfJdk = value.getClass().getClassLoader() == null;
        Collection<?> held = value instanceof Object[] array ? Arrays.asList(array)
                : !isOfJdk ? List.of() : value instanceof Collection<?> collection ? collection
                : value instanceof Map<?, ?> map ? map.values() : List.of();
        try {
            held.stream().filter(Objects::nonNull).forEach(parts::add);
        } catch (RuntimeException e) {
            return parts; // another thread changes it
        }
        return parts;
    }

    /** Why a variable is null, or not there, that one might expect. */
    Optional<String> reset(String variable) {
        return Optional.ofNullable(resets.get(variable));
    }

    private int cell(String variable) {
        return shell.variables().filter(v -> v.name().equals(variable)).flatMap(v -> source(v).stream())
                .mapToInt(CellSource::cell).findFirst().orElse(0);
    }

    private String again(Collection<String> variables) {
        Set<Integer> numbers = variables.stream().map(this::cell).filter(number -> number > 0)
                .collect(Collectors.toCollection(TreeSet::new));
        return numbers.isEmpty() ? "" : " - run cell" + (numbers.size() == 1 ? " " : "s ") + numbers.stream()
                .map(String::valueOf).collect(Collectors.joining(", ")) + " again";
    }

    /** Where a declaration was made, by its number at JShell. */
    Optional<CellSource> source(Snippet snippet) {
        return Optional.ofNullable(cells.get(snippet.id()));
    }
}
