package org.faceunlock.notebook.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The magics that cells can use, by their names. */
final class Magics {
    private final Map<String, Entry> entries = new TreeMap<>();

    /** What stands after a magic's name. */
    enum Arguments { CODE, FILES, WORDS }

    private record Entry(Arguments arguments, String help, Magic magic) {
    }

    /** Adds a magic, with how its arguments are written and what it does; each in a few words, for the list of all. */
    void register(String name, Arguments arguments, String written, String what, Magic magic) {
        entries.put(name, new Entry(arguments, String.format("%-34s %s", "%" + name + " " + written, what), magic));
    }

    Optional<Magic> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::magic);
    }

    Set<String> names() {
        return Set.copyOf(entries.keySet());
    }

    /** Whether the arguments of the magic of that name are of a kind. */
    boolean takes(String name, Arguments kind) {
        return entries.containsKey(name) && entries.get(name).arguments() == kind;
    }

    /** What a magic does, in one line. */
    Optional<String> help(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::help);
    }

    /** What each magic does, a line each. */
    String help() {
        return entries.values().stream().map(Entry::help).collect(Collectors.joining("\n"));
    }

    /** What to tell of a magic, written with its %, that there is not. */
    String unknown(String written) {
        String nearest = Spelling.nearest(written.replace("%", ""), entries.keySet())
                .map(name -> "did you mean %" + name + "? ").orElse("");
        return "there is no magic " + written + "; " + nearest + "there are "
                + entries.keySet().stream().map(name -> "%" + name).collect(Collectors.joining(", "));
    }
}
