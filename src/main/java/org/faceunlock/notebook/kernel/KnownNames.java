package org.faceunlock.notebook.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jdk.jshell.SourceCodeAnalysis;

/** What a name that is not defined may have been meant to be. For the one thread that uses the shell. */
final class KnownNames {
    private static final int MOST_IMPORTS = 3;
    private final SourceCodeAnalysis analysis;
    private final Redefinitions redefinitions;

    KnownNames(SourceCodeAnalysis analysis, Redefinitions redefinitions) {
        this.analysis = analysis;
        this.redefinitions = redefinitions;
    }

    /** A few words about a name at some place of a snippet; empty if nothing is known that is like it. */
    String hint(String name, String code, int place) {
        return redefinitions.reset(name).map(why -> "; " + why)
                .or(() -> nearest(name, at(code, place)))
                .or(() -> imports(name)).orElse("");
    }

    /** The same for the package of an import, of which the first part that is not there may be misspelt. */
    String packageHint(String name, String code, int place) {
        int at = place;
        for (String part : name.split("\\.")) {
            Collection<String> there = at(code, at);
            if (!there.contains(part)) {
                return nearest(part, there).orElse("");
            }
            at += part.length() + 1;
        }
        return "";
    }

    private static Optional<String> nearest(String name, Collection<String> names) {
        return Spelling.nearest(name, names).filter(found -> !found.equals(name)
                        && Spelling.distance(name, found) <= name.length() / 3)
                .map(found -> "; did you mean " + found + "?");
    }

    private Optional<String> imports(String name) {
        List<String> found = analysis.listQualifiedNames(name, name.length()).getNames();
        return found.isEmpty() ? Optional.empty() : Optional.of("; is an import missing, of " + String.join(" or ",
                found.subList(0, Math.min(MOST_IMPORTS, found.size()))) + "?");
    }

    private Collection<String> at(String code, int place) {
        try {
            return analysis.completionSuggestions(code.substring(0, place), place, new int[1]).stream()
                    .map(suggestion -> suggestion.continuation().replaceFirst("[(.<].*", "")).toList();
        } catch (RuntimeException | StackOverflowError e) {
            return List.of();
        }
    }
}
