package org.faceunlock.image;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/**
 * What became of each photo of a folder: one row a file, in the folder's order. Immutable and thread-safe.
 *
 * <p>A set may be empty: {@link #faces} of photos without a face is.
 */
public final class FaceSet implements Iterable<PhotoResult> {

    private final List<PhotoResult> rows;

    private FaceSet(List<PhotoResult> rows) {
        this.rows = rows;
    }

    /** A set of these rows, in their order. */
    public static FaceSet of(List<PhotoResult> rows) {
        return new FaceSet(List.copyOf(rows));
    }

    /** All rows, whether there is a face in the photo or not. */
    public List<PhotoResult> rows() {
        return rows;
    }

    /** How many rows there are, whether there is a face in the photo or not. */
    public int size() {
        return rows.size();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public Iterator<PhotoResult> iterator() {
        return rows.iterator();
    }

    public Stream<PhotoResult> stream() {
        return rows.stream();
    }

    /** The rows of status {@link FaceStatus#FACE} alone. */
    public FaceSet faces() {
        return where(row -> row.outcome().status() == FaceStatus.FACE);
    }

    /**
     * The rows of one person, with or without a face; "" for photos outside any sub-folder.
     *
     * @throws IllegalArgumentException if there is no row of that person
     */
    public FaceSet person(String person) {
        String name = Normalizer.normalize(person, Normalizer.Form.NFC);
        FaceSet theirs = where(row -> row.person().equals(name));
        if (theirs.isEmpty()) {
            throw new IllegalArgumentException("person: expected one of %s, found \"%s\"".formatted(people(), person));
        }
        return theirs;
    }

    /** These photos and, after them, those of strangers: each of another person, whatever its folder says. */
    public FaceSet withStrangers(FaceSet strangers) {
        List<PhotoResult> all = new ArrayList<>(rows);
        for (PhotoResult row : strangers) {
            String name = "stranger " + (all.size() - rows.size() + 1);
            all.add(new PhotoResult(row.file(), name, row.width(), row.height(), row.outcome()));
        }
        return of(all);
    }

    private FaceSet where(Predicate<PhotoResult> condition) {
        return new FaceSet(rows.stream().filter(condition).toList());
    }

    /** Each person once, in the order of the rows; without the nobody of photos outside any sub-folder. */
    public List<String> people() {
        return rows.stream().map(PhotoResult::person).filter(person -> !person.isEmpty()).distinct().toList();
    }

    /** Whose photo each row is, as many as there are rows; "" for photos outside any sub-folder. */
    public List<String> personOfEach() {
        return rows.stream().map(PhotoResult::person).toList();
    }

    /** What to call each row in a table or figure, no two alike: see {@link PhotoLabels#of}. */
    public List<String> labels() {
        return PhotoLabels.of(rows.stream().map(PhotoResult::file).toList());
    }

    /** The faces cut out, as many and in the same order as the rows of {@link #faces}. */
    public List<RgbImage> crops() {
        return rows.stream().flatMap(row -> row.outcome().crop().stream()).toList();
    }

    /**
     * The rows as a table: file (within the folder that holds them all), person, status, width, height, faces (how many
     * were found), x1, y1, x2, y2 and probability and quality of the face that counts, reason. Boxes are in pixels of
     * the upright photo, printed without decimals; what is not known is a missing value.
     */
    public Table toTable() {
        return FaceTable.of(rows);
    }

    @Override
    public String toString() {
        return "FaceSet of %s photos, %s with a face, people %s".formatted(size(), crops().size(), people());
    }
}
