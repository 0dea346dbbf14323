package org.faceunlock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A source file, as far as the rules of the architecture look at it.
 *
 * @param path below src/main/java or src/spark/java, with '/' between names
 * @param text the whole of it
 */
record SourceFile(String path, String text) {

    private static final String ROOT = "org.faceunlock.";
    static final Pattern COMMENT_OR_STRING = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|"
                    + "\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'", Pattern.DOTALL);
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z]\\w*\\.)+\\w+");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+)", Pattern.MULTILINE);

    /** Every source file of the program, also those that a profile alone compiles. */
    static List<SourceFile> all() {
        return Stream.of("src/main/java", "src/spark/java").flatMap(folder -> below(Path.of(folder)).stream()).toList();
    }

    private static List<SourceFile> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> new SourceFile(folder.relativize(file).toString().replace('\\', '/'), read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The package it stands in, below org.faceunlock,
            such as {@code notebook.kernel}; empty in org.faceunlock itself. */
    String room() {
        return belowRoot(packageName());
    }

    /** Its package with dots. */
    String packageName() {
        return path.substring(0, path.lastIndexOf('/')).replace('/', '.');
    }

    String className() {
        return path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
    }

    int lines() {
        return (int) text.lines().count();
    }

    /** Whatever it names in full outside comments and strings: imports, and qualified names in its code. */
    Set<String> names() {
        String code = COMMENT_OR_STRING.matcher(text).replaceAll(" ");
        return QUALIFIED.matcher(code).results().map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What it imports. */
    Set<String> imports() {
        return IMPORT.matcher(text).results().map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The other packages of the program that it knows, below org.faceunlock. */
    Set<String> knows() {
        return names().stream().filter(name -> name.startsWith(ROOT)).map(SourceFile::packageOf)
                .map(SourceFile::belowRoot).filter(name -> !name.equals(room()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String belowRoot(String packageName) {
        return packageName.startsWith(ROOT) ? packageName.substring(ROOT.length()) : "";
    }

    private static String packageOf(String name) {
        Matcher matcher = Pattern.compile("^[a-z][\\w]*(?:\\.[a-z]\\w*)*(?=\\.[A-Z]|$)").matcher(name);
        return matcher.find() ? matcher.group() : name;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
