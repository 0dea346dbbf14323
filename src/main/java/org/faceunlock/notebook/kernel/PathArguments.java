package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files and folders that are named after a magic: words, with white space in "these" or 'these' quotes.
 *
 * <p>~/ is the user's home; *, ?, [..] and {..} stand for names, ** for folders below one another, as
 * {@link java.nio.file.FileSystem#getPathMatcher} has them. A name that is there as it stands is taken as it stands.
 */
final class PathArguments {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final Pattern WILD = Pattern.compile("[*?\\[{]");

    private PathArguments() {
    }

    /** The words of a text, without their quotes. */
    static List<String> words(String arguments) {
        return WORD.matcher(arguments).results().map(word -> Stream.of(1, 2, 3).map(word::group)
                .filter(text -> text != null).findFirst().orElseThrow()).toList();
    }

    /** What is there of the names given; patterns stand for those paths only that pass the filter, sorted. */
    static List<Path> existing(String arguments, Predicate<Path> filter) throws IOException {
        if (arguments.isEmpty()) {
            throw new IllegalArgumentException("expected the path of a file or folder, found none");
        }
        Optional<Path> unquoted = asItStands(arguments);
        if (unquoted.isPresent()) {
            return List.of(unquoted.get()); // spaces without quotes
        }
        List<Path> found = new ArrayList<>();
        for (String word : words(arguments)) {
            Optional<Path> path = asItStands(word);
            List<Path> here = path.isPresent() ? List.of(path.get()) : matching(inHome(word), filter);
            if (here.isEmpty()) {
                throw new IllegalArgumentException("expected a file or folder, found nothing at " + word + " in "
                        + Path.of("").toAbsolutePath());
            }
            found.addAll(here);
        }
        return found;
    }

    /** A path that may begin with ~/. */
    static String inHome(String path) {
        return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
    }

    private static Optional<Path> asItStands(String name) {
        try {
            return Optional.of(Path.of(inHome(name))).filter(Files::exists);
        } catch (InvalidPathException e) {
            return Optional.empty(); // where file names may not hold a *
        }
    }

    private static List<Path> matching(String pattern, Predicate<Path> filter) throws IOException {
        Matcher wild = WILD.matcher(pattern);
        int folderEnd = wild.find() ? pattern.lastIndexOf('/', wild.start()) + 1 : pattern.length();
        Path folder = Path.of(pattern.substring(0, folderEnd));
        String names = pattern.substring(folderEnd);
        if (names.isEmpty() || !Files.isDirectory(folder)) {
            return List.of();
        }
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + names);
        int depth = names.contains("**") ? Integer.MAX_VALUE : 1 + (int) names.chars().filter(c -> c == '/').count();
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.filter(path -> matcher.matches(folder.relativize(path))).filter(filter).sorted().toList();
        }
    }
}
