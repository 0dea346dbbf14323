package org.faceunlock.image;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What to call the photos of one table or figure, so that no two are called alike.
 *
 * <p>Names that differ in nothing but upper and lower case, or in how an accent is written, count as alike: a table
 * could not hold them as columns, nor could many a disk as files.
 */
public final class PhotoLabels {

    private PhotoLabels() {
    }

    /**
     * The files' names; where two are alike, all with as many of the folders they lie in as tell them apart, as in
     * {@code me/1.jpg}. A file that comes again is given a number.
     */
    public static List<String> of(List<Path> files) {
        List<Path> different = files.stream().distinct().toList();
        int longest = files.stream().mapToInt(Path::getNameCount).max().orElse(1);
        List<String> best = different.stream().map(file -> ending(file, 1)).toList();
        for (int names = 2; names <= longest && alike(best).size() < best.size(); names++) {
            int count = names;
            List<String> longer = different.stream().map(file -> ending(file, count)).toList();
            best = alike(longer).size() > alike(best).size() ? longer : best;
        }
        Map<Path, String> labels = new HashMap<>();
        for (int i = 0; i < best.size(); i++) {
            labels.put(different.get(i), best.get(i));
        }
        return numbered(files.stream().map(labels::get).toList(), Set.of());
    }

    /**
     * Where the files lie within the folder that holds them all, with / between the folders on every system, as in
     * {@code me/1.jpg}: the person's folder is part of it even if there is one person alone.
     *
     * @param people whose photo each file is, as many as files; "" for nobody's
     */
    public static List<String> within(List<Path> files, List<String> people) {
        List<Path> whole = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        Optional<Path> folder = IntStream.range(0, whole.size()).mapToObj(i -> folderOf(whole.get(i), people.get(i)))
                .reduce(PhotoLabels::shared);
        return whole.stream().map(file -> ending(file, file.getNameCount() - folder.orElseThrow().getNameCount()))
                .toList();
    }

    /** The folder in which the person's folder lies; for nobody's file the folder in which it lies itself. */
    private static Path folderOf(Path file, String person) {
        for (Path folder = file.getParent(); folder.getNameCount() > 0; folder = folder.getParent()) {
            if (folded(folder.getFileName().toString()).equals(folded(person))) {
                return folder.getParent();
            }
        }
        return file.getParent();
    }

    private static Path shared(Path one, Path other) {
        Path folder = one;
        while (folder.getNameCount() > 0 && !other.startsWith(folder)) {
            folder = folder.getParent();
        }
        return folder;
    }

    /**
     * The names, those that come again with a number, as in {@code 1.jpg (2)}.
     *
     * @param taken names that none may have
     */
    public static List<String> numbered(List<String> names, Set<String> taken) {
        Set<String> known = new HashSet<>(alike(taken));
        List<String> numbered = new ArrayList<>();
        for (String name : names) {
            String label = name;
            for (int copy = 2; !known.add(folded(label)); copy++) {
                label = "%s (%s)".formatted(name, copy);
            }
            numbered.add(label);
        }
        return numbered;
    }

    private static String ending(Path file, int names) {
        int from = Math.max(0, file.getNameCount() - names);
        return String.join("/", IntStream.range(from, file.getNameCount()).mapToObj(i -> file.getName(i).toString())
                .toList());
    }

    private static Set<String> alike(Collection<String> names) {
        Set<String> folded = new HashSet<>();
        names.forEach(name -> folded.add(folded(name)));
        return folded;
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
