package org.faceunlock.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.image.PhotoLabels;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Looks over the photos that are enrolled for what does not belong there: each of a person's photos against the others
 * of that person, and against the other people's.
 *
 * <p>A photo is taken for somebody else's when another person's template is nearer than that of its own person's other
 * photos, or when it is below the threshold and most of its own person's photos, compared with one another without it,
 * are not. It is an outlier when it is that far from the others that three and a half times their usual spread
 * (B. Iglewicz and D. Hoaglin, 1993) lie between, and a near duplicate when it is almost the same as an earlier photo.
 * Immutable.
 *
 * @param photos one row a photo, in their order
 */
public record EnrolmentReview(List<PhotoReview> photos) {

    /** What can be wrong with a photo, the gravest first. */
    public enum Finding { WRONG_PERSON, OUTLIER, NEAR_DUPLICATE, WEAKEST }

    /**
     * One photo.
     *
     * @param face whose it is said to be, and where it lies
     * @param similarity with the mean of that person's other photos; NaN when there are none
     * @param findings what may be wrong with it; empty for a good one
     * @param why in words, empty for a good one
     * @param with how many of the person's photos do not match the others now
     * @param without how many would not, were this one removed
     */
    public record PhotoReview(EmbeddedFace face, double similarity, List<Finding> findings, String why, Rate with,
            Rate without) {

        public PhotoReview {
            findings = List.copyOf(findings);
        }
    }

    /** Photos that are nearer than this are taken for copies: the same picture cut, scaled or compressed anew. */
    public static final double DUPLICATE = 0.985;

    private static final double ROBUST_Z = 3.5;
    private static final double MAD_TO_SIGMA = 1.4826;
    private static final double LEAST_SPREAD = 0.03;

    public EnrolmentReview {
        photos = List.copyOf(photos);
    }

    /**
     * Reviews all people's photos.
     *
     * @param threshold the similarity of a photo with the mean of the others from which on they match
     */
    public static EnrolmentReview of(Embeddings faces, double threshold) {
        List<PhotoReview> rows = new ArrayList<>();
        for (String person : faces.people()) {
            Embeddings own = faces.person(person);
            List<String> others = faces.people().stream().filter(other -> !other.equals(person)).toList();
            rows.addAll(new OnePerson(own, others.stream().map(faces::person).toList(), threshold).review());
        }
        rows.sort(Comparator.comparingInt(row -> faces.faces().indexOf(row.face())));
        return new EnrolmentReview(rows);
    }

    /** Those with a finding, the gravest first, in the photos' order else. */
    public List<PhotoReview> suspects() {
        return photos.stream().filter(photo -> !photo.findings().isEmpty())
                .sorted(Comparator.comparing(photo -> photo.findings().stream().min(Comparator.naturalOrder()).get()))
                .toList();
    }

    /** A row a photo with a finding: photo, why, and how many photos do not match the others with and without it. */
    public Table toTable() {
        Table table = Table.create("enrolled photos to look at", StringColumn.create("photo"),
                StringColumn.create("why"), StringColumn.create("do not match the others"),
                StringColumn.create("without it"));
        List<String> files = PhotoLabels.within(suspects().stream().map(photo -> photo.face().file()).toList(),
                suspects().stream().map(photo -> photo.face().person()).toList());
        files.forEach(table.stringColumn(0)::append);
        for (PhotoReview photo : suspects()) {
            table.stringColumn(1).append(photo.findings().stream().map(finding -> finding.name()
                    .toLowerCase(Locale.ROOT).replace('_', ' ')).collect(Collectors.joining(", "))
                    + ": " + photo.why());
            table.stringColumn(2).append(photo.with().events() + " of " + photo.with().trials());
            table.stringColumn(3).append(photo.without().events() + " of " + photo.without().trials());
        }
        return table;
    }

    /** The files with that finding. */
    public List<Path> files(Finding finding) {
        return photos.stream().filter(photo -> photo.findings().contains(finding)).map(photo -> photo.face().file())
                .toList();
    }

    /** The photos of one person. */
    private record OnePerson(Embeddings own, List<Embeddings> others, double threshold) {

        List<PhotoReview> review() {
            double[] similarities = amongThemselves(own);
            double median = new Median().evaluate(similarities);
            double spread = Math.max(LEAST_SPREAD, MAD_TO_SIGMA
                    * new Median().evaluate(Arrays.stream(similarities).map(s -> Math.abs(s - median)).toArray()));
            int weakest = IntStream.range(0, own.size()).boxed()
                    .min(Comparator.comparingDouble(i -> similarities[i])).orElseThrow();
            List<PhotoReview> rows = new ArrayList<>();
            for (int photo = 0; photo < own.size(); photo++) {
                List<Finding> findings = new ArrayList<>();
                List<String> why = new ArrayList<>();
                wrong(photo, similarities[photo], findings, why);
                if (own.size() > 2 && similarities[photo] < median - ROBUST_Z * spread) {
                    findings.add(Finding.OUTLIER);
                    why.add(String.format(Locale.ROOT, "unlike the others: %.3f, usual"
                            + " %.3f", similarities[photo], median));
                }
                duplicate(photo, findings, why);
                if (photo == weakest && own.size() > 2) {
                    findings.add(Finding.WEAKEST);
                    why.add(String.format(Locale.ROOT, "the weakest, %.3f", similarities[photo]));
                }
                rows.add(new PhotoReview(own.face(photo), similarities[photo], findings, String.join("; ", why),
                        misses(similarities), misses(amongThemselves(without(own, photo)))));
            }
            return rows;
        }

        private void wrong(int photo, double similarity, List<Finding> findings, List<String> why) {
            EmbeddedFace face = own.face(photo);
            Embeddings nearest = others.stream().max(Comparator.comparingDouble(
                    other -> Cosine.similarity(other.mean(), face.embedding()))).orElse(own);
            double other = nearest == own ? -1 : Cosine.similarity(nearest.mean(), face.embedding());
            if (other > similarity) {
                findings.add(Finding.WRONG_PERSON);
                why.add(String.format(Locale.ROOT, "more like %s (%.3f) than %s"
                        + " (%.3f)", nearest.face(0).person(), other,
                        face.person(), similarity));
            } else if (own.size() > 2 && similarity < threshold
                    && new Median().evaluate(amongThemselves(without(own, photo))) >= threshold) {
                findings.add(Finding.WRONG_PERSON);
                why.add(String.format(Locale.ROOT, "%.3f with the others, as strangers have it; they match without it",
                        similarity));
            }
        }

        private void duplicate(int photo, List<Finding> findings, List<String> why) {
            String same = IntStream.range(0, photo).filter(earlier ->
                    Cosine.similarity(own.get(earlier), own.get(photo)) >= DUPLICATE)
                    .mapToObj(earlier -> own.face(earlier).name()).collect(Collectors.joining(", "));
            if (!same.isEmpty()) {
                findings.add(Finding.NEAR_DUPLICATE);
                why.add("almost the same as " + same);
            }
        }

        private Rate misses(double[] similarities) {
            long compared = Arrays.stream(similarities).filter(s -> !Double.isNaN(s)).count();
            return new Rate(Arrays.stream(similarities).filter(s -> s < threshold).count(), compared);
        }

        private static double[] amongThemselves(Embeddings faces) {
            return IntStream.range(0, faces.size()).mapToDouble(i -> faces.size() < 2 ? Double.NaN
                    : Cosine.similarity(without(faces, i).mean(), faces.get(i))).toArray();
        }

        private static Embeddings without(Embeddings faces, int left) {
            return Embeddings.of(IntStream.range(0,
                    faces.size()).filter(i -> i != left).mapToObj(faces::face).toList());
        }
    }
}
