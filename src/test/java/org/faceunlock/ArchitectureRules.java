package org.faceunlock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Who may know whom, and how large and what called a class may be; each rule lists what breaks it. */
final class ArchitectureRules {

    /** The rooms of the program and the rooms that each may import. */
    static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("geometry", Set.of()),
            Map.entry("image", Set.of("geometry")),
            Map.entry("torch", Set.of("image", "geometry")),
            Map.entry("detect", Set.of("torch", "image", "geometry")),
            Map.entry("embed", Set.of("torch", "image")),
            Map.entry("compare", Set.of("geometry", "embed", "detect", "image")),
            Map.entry("evaluate", Set.of("compare", "embed", "detect", "torch", "image", "geometry")),
            Map.entry("projection", Set.of()),
            Map.entry("plot", Set.of("projection", "evaluate", "compare", "embed", "detect", "torch", "image",
                    "geometry")),
            Map.entry("notebook", Set.of("plot", "projection", "evaluate", "compare", "embed", "detect", "torch",
                    "image", "geometry")),
            Map.entry("demo", Set.of("plot", "projection", "evaluate", "compare", "embed", "detect", "torch", "image",
                    "geometry")),
            Map.entry("cli", Set.of("demo", "notebook", "plot", "projection", "evaluate", "compare", "embed", "detect",
                    "torch", "image", "geometry")));

    /** Libraries that only one room may touch. */
    static final Map<String, String> ONLY_DOOR = Map.of("ai.djl.", "torch", "org.knowm.xchart", "plot");

    /** Rooms that do with the JDK and the libraries named. */
    static final Map<String, Set<String>> LIBRARIES = Map.of(
            "geometry", Set.of(), "projection", Set.of("org.apache.commons.math3."));

    static final int MOST_LINES = 200;

    private static final Pattern VAGUE_PACKAGE = Pattern.compile(
            "(?:^|\\.)(?:utils?|common|helpers?|managers?)(?:\\.|$)");
    private static final Pattern VAGUE_CLASS = Pattern.compile("Utils?(?![a-z])|Common(?![a-z])|Helpers?(?![a-z])"
            + "|Managers?(?![a-z])");

    private ArchitectureRules() {
    }

    static List<String> forbiddenImports(List<SourceFile> files) {
        List<String> broken = new ArrayList<>();
        for (SourceFile file : files) {
            Set<String> allowed = MAY_IMPORT.get(file.room());
            if (allowed == null) {
                broken.add(file.path() + " stands in no room of the table");
                continue;
            }
            file.knows().stream().filter(room -> !allowed.contains(room))
                    .forEach(room -> broken.add(file.path() + " knows " + room + ", which " + file.room()
                            + " may not"));
        }
        return broken;
    }

    static List<String> wrongDoors(List<SourceFile> files) {
        List<String> broken = new ArrayList<>();
        for (SourceFile file : files) {
            ONLY_DOOR.forEach((library, room) -> file.names().stream()
                    .filter(name -> name.startsWith(library) && !file.room().equals(room))
                    .forEach(name -> broken.add(file.path() + " names " + name + ", which is for " + room + " only")));
        }
        return broken;
    }

    static List<String> foreignLibraries(List<SourceFile> files) {
        List<String> broken = new ArrayList<>();
        for (SourceFile file : files) {
            if (LIBRARIES.containsKey(file.room())) {
                file.imports().stream()
                        .filter(name -> !name.startsWith("java.") && !name.startsWith("org.faceunlock."))
                        .filter(name -> LIBRARIES.get(file.room()).stream().noneMatch(name::startsWith))
                        .forEach(name -> broken.add(file.path() + " imports " + name));
            }
        }
        return broken;
    }

    /** Packages that know one another in a circle. */
    static List<String> cycles(List<SourceFile> files) {
        Map<String, Set<String>> graph = new TreeMap<>();
        for (SourceFile file : files) {
            graph.computeIfAbsent(file.packageName(), name -> new TreeSet<>()).addAll(file.knownPackages());
        }
        return graph.keySet().stream().filter(start -> reaches(graph, start, start, new LinkedHashSet<>()))
                .map(start -> start + " knows itself by way of " + graph.get(start)).toList();
    }

    static List<String> longClasses(List<SourceFile> files) {
        return files.stream().filter(file -> file.lines() > MOST_LINES)
                .map(file -> file.path() + " has " + file.lines() + " lines").toList();
    }

    static List<String> vagueNames(List<SourceFile> files) {
        return files.stream().filter(file -> VAGUE_PACKAGE.matcher(file.packageName()).find()
                || VAGUE_CLASS.matcher(file.className()).find()).map(SourceFile::path).toList();
    }

    private static boolean reaches(Map<String, Set<String>> graph, String from, String goal, Set<String> seen) {
        for (String next : graph.getOrDefault(from, Set.of())) {
            if (next.equals(goal) || seen.add(next) && reaches(graph, next, goal, seen)) {
                return true;
            }
        }
        return false;
    }
}
