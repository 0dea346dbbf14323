package org.faceunlock.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.faceunlock.compare.Decision;
import org.faceunlock.compare.SimilarityMatrix;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The similarities that the article printed, beside ours.
 *
 * <p>They are rounded to two digits, two significant ones near 0: differences up to 0.005 are the article's rounding.
 * Photos are matched by their file names alone: ask only about the article's own, for the shipped people have a
 * {@code me_1.jpg} too.
 */
public final class ArticleNumbers {
    private ArticleNumbers() {
    }

    /** Each pair of photos, the article's similarity, ours, and the difference. */
    public static Table pairs(SimilarityMatrix ours) {
        Table table = empty("similarity of two photos", "photo", "other photo");
        printed("pair").filter(words -> ours.names().containsAll(words.subList(1, 3))).forEach(words ->
                add(table, words, ours.get(ours.names().indexOf(words.get(1)), ours.names().indexOf(words.get(2)))));
        return table;
    }

    /** Each unlock attempt of the article, its similarity with the template, ours, and the difference. */
    public static Table attempts(List<Decision> ours) {
        Table table = empty("attempts to unlock", "photo");
        printed("attempt").forEach(words -> ours.stream()
                .filter(decision -> decision.file().map(Path::getFileName).map(Path::toString)
                        .filter(words.get(1)::equals).isPresent())
                .forEach(decision -> add(table, words, decision.similarity())));
        return table;
    }

    private static Table empty(String name, String... photos) {
        Table table = Table.create(name);
        Stream.of(photos).forEach(photo -> table.addColumns(StringColumn.create(photo)));
        return table.addColumns(DoubleColumn.create("article"), DoubleColumn.create("ours"),
                DoubleColumn.create("difference"));
    }

    private static void add(Table table, List<String> words, double ours) {
        double printed = Double.parseDouble(words.get(words.size() - 1));
        Row row = table.appendRow();
        for (int i = 1; i < words.size() - 1; i++) {
            row.setString(i - 1, words.get(i));
        }
        row.setDouble("article", printed);
        row.setDouble("ours", Math.round(ours * 1e4) / 1e4);
        row.setDouble("difference", Math.round((ours - printed) * 1e4) / 1e4);
    }

    private static Stream<List<String>> printed(String kind) {
        try (InputStream in = ArticleNumbers.class.getResourceAsStream("article-numbers.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> List.of(line.split(" ")))
                    .filter(words -> words.get(0).equals(kind));
        } catch (IOException e) {
            throw new UncheckedIOException("article-numbers.txt: could not be read from the jar", e);
        }
    }
}
