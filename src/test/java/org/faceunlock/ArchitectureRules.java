package org.faceunlock;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may know whom, and how large and what called a class may be; each rule lists what breaks it. */
final class ArchitectureRules {

    private static final Set<String> LIBRARY = Set.of("geometry", "projection", "image", "checkpoint", "models",
            "network", "detect", "embed", "compare", "pipeline", "evaluate", "plot");
    private static final Set<String> NOTEBOOK = Set.of("notebook.display", "notebook.widget", "notebook",
            "notebook.kernel", "notebook.jupyter");

    /** The packages of the program, below org.faceunlock, and the packages that each may import. */
    static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("geometry", Set.of()),
            Map.entry("projection", Set.of()),
            Map.entry("image", Set.of("geometry")),
            Map.entry("checkpoint", Set.of()),
            Map.entry("models", Set.of("checkpoint")),
            Map.entry("network", Set.of("checkpoint", "image")),
            Map.entry("detect", Set.of("network", "models", "checkpoint", "image", "geometry")),
            Map.entry("embed", Set.of("network", "models", "checkpoint", "image", "projection")),
            Map.entry("compare", Set.of("embed", "detect", "image", "geometry")),
            Map.entry("pipeline", Set.of("compare", "embed", "detect", "models", "image", "geometry")),
            Map.entry("evaluate", Set.of("pipeline", "compare", "embed", "detect", "image", "geometry")),
            Map.entry("plot", without(LIBRARY, "plot")),
            Map.entry("notebook.display", LIBRARY),
            Map.entry("notebook.widget", and(LIBRARY, "notebook.display")),
            Map.entry("notebook", and(LIBRARY, "notebook.display", "notebook.widget")),
            Map.entry("notebook.kernel", and(LIBRARY, "notebook.display", "notebook.widget", "notebook")),
            Map.entry("notebook.jupyter", and(LIBRARY, "notebook.display", "notebook.widget", "notebook",
                    "notebook.kernel")),
            Map.entry("spark", LIBRARY),
            Map.entry("demo.people", LIBRARY),
            Map.entry("demo.training", and(LIBRARY, "demo.people")),
            Map.entry("demo.bench", and(LIBRARY, "demo.people")),
            Map.entry("demo.cli", and(LIBRARY, "cli", "demo.people", "demo.training", "demo.bench")),
            Map.entry("cli", and(LIBRARY, NOTEBOOK)));

    /** Libraries that few packages may touch. */
    static final Map<String, Set<String>> DOORS = Map.of(
            "ai.djl.", Set.of("network", "demo.training"), "org.knowm.xchart", Set.of("plot"),
            "org.apache.spark.", Set.of("spark"), "net.razorvine.", Set.of("checkpoint"),
            "picocli.", Set.of("cli", "demo.cli"));

    /** Packages that do with the JDK and the libraries named. */
    static final Map<String, Set<String>> LIBRARIES = Map.of(
            "geometry", Set.of(), "projection", Set.of("org.apache.commons.math3."),
            "checkpoint", Set.of("net.razorvine.", "com.google.gson."), "models",
            Set.of("org.apache.commons.compress.", "org.apache.commons.io."));

    /** A class has one idea; longer ones have two. */
    static final int MOST_LINES = 300;

    private static final Pattern VAGUE_PACKAGE = Pattern.compile(
            "(?:^|\\.)(?:utils?|common|helpers?|managers?)(?:\\.|$)");
    private static final Pattern VAGUE_CLASS = Pattern.compile("Utils?(?![a-z])|Common(?![a-z])|Helpers?(?![a-z])"
            + "|Managers?(?![a-z])");

    private ArchitectureRules() {
    }

    private static Set<String> and(Set<String> packages, String... others) {
        return and(packages, Set.of(others));
    }

    private static Set<String> and(Set<String> packages, Set<String> others) {
        return Stream.of(packages, others).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> without(Set<String> packages, String one) {
        return packages.stream().filter(name -> !name.equals(one)).collect(Collectors.toUnmodifiableSet());
    }

    /** The packages that may import this one. */
    static Set<String> whoMayImport(String packageName) {
        return MAY_IMPORT.entrySet().stream().filter(entry -> entry.getValue().contains(packageName))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> forbiddenImports(List<SourceFile> files) {
        List<String> broken = new ArrayList<>();
        for (SourceFile file : files) {
            Set<String> allowed = MAY_IMPORT.get(file.room());
            if (allowed == null) {
                broken.add(file.path() + " stands in no package of the table");
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
            DOORS.forEach((library, rooms) -> file.names().stream()
                    .filter(name -> name.startsWith(library) && !rooms.contains(file.room()))
                    .forEach(name -> broken.add(file.path() + " names " + name + ", which is for " + rooms + " only")));
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
            graph.computeIfAbsent(file.room(), name -> new TreeSet<>()).addAll(file.knows());
        }
        return graph.keySet().stream().filter(start -> reaches(graph, start, start, new LinkedHashSet<>()))
                .map(start -> start + " knows itself by way of " + graph.get(start)).toList();
    }

    static List<String> longClasses(List<SourceFile> files) {
        return files.stream().filter(file -> file.lines() > MOST_LINES)
                .map(file -> file.path() + " has " + file.lines() + " lines").toList();
    }

    /** Packages that do not say in a package-info.java what is in them. */
    static List<String> untoldPackages(List<SourceFile> files) {
        Set<String> told = files.stream().filter(file -> file.className().equals("package-info"))
                .map(SourceFile::packageName).collect(Collectors.toSet());
        return files.stream().map(SourceFile::packageName).distinct().filter(name -> !told.contains(name)).sorted()
                .toList();
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
