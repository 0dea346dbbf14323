package org.faceunlock.evaluate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Comparisons of another program: a CSV file of {@code mated,score}, one comparison a line.
 *
 * <p>{@code mated} is 1, 0, true or false, {@code score} a number, higher for more alike. A header may name the
 * columns, in any order and among others; blank lines are passed over. A score of NaN, or none, is a failure: a
 * comparison that never came about, in no FMR and no FNMR. Infinite scores and whatever else cannot be read are
 * refused, by their lines.
 *
 * @param attempts the comparisons and how many failures there were
 * @param failures the lines of the failures, from 1
 */
public record ScoreFile(VerificationAttempts attempts, List<Integer> failures) {

    private static final String MATED = "mated";
    private static final String SCORE = "score";
    private static final int SHOWN = 5;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("|[-+]?nan|na|null", Pattern.CASE_INSENSITIVE);

    public ScoreFile {
        failures = List.copyOf(failures);
    }

    /**
     * Reads such a file, in UTF-8.
     *
     * @throws IllegalArgumentException if a line cannot be read, and the message names the first of them; or if one
     *     kind of comparison is missing
     */
    public static ScoreFile read(Path file) throws IOException {
        return new Rows(file).read(new String(Files.readAllBytes(file),
                StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "")
                .lines().toList());
    }

    /** The file as it is read. */
    private static final class Rows {

        private final Path file;
        private final List<String> problems = new ArrayList<>();
        private final List<Integer> failures = new ArrayList<>();
        private final List<Double> mated = new ArrayList<>();
        private final List<Double> nonMated = new ArrayList<>();
        private final int[] failed = new int[2];
        private int matedColumn;
        private int scoreColumn = 1;

        Rows(Path file) {
            this.file = file;
        }

        ScoreFile read(List<String> lines) {
            boolean first = true;
            for (int number = 1; number <= lines.size(); number++) {
                String line = lines.get(number - 1);
                if (!line.isBlank()) {
                    List<String> cells = Arrays.stream(line.split(",", -1)).map(Rows::unquoted).toList();
                    if (!first || !header(cells)) {
                        add(number, cells);
                    }
                    first = false;
                }
            }
            if (!problems.isEmpty()) {
                throw new IllegalArgumentException(message());
            }
            if (mated.isEmpty() || nonMated.isEmpty()) {
                throw new IllegalArgumentException(("%s: expected mated and non-mated comparisons with a score, found"
                        + " %s and %s; both are needed to choose a threshold")
                        .formatted(file, mated.size(), nonMated.size()));
            }
            VerificationScores scores = VerificationScores.of(array(mated), array(nonMated));
            return new ScoreFile(new VerificationAttempts(scores, failed[0], failed[1]), failures);
        }

        private boolean header(List<String> cells) {
            List<String> names = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
            if (names.contains(MATED) && names.contains(SCORE)) {
                matedColumn = names.indexOf(MATED);
                scoreColumn = names.indexOf(SCORE);
                return true;
            }
            return false;
        }

        private void add(int number, List<String> cells) {
            if (cells.size() <= Math.max(matedColumn, scoreColumn)) {
                problems.add("line %s: expected mated,score, found %s cell(s)".formatted(number, cells.size()));
                return;
            }
            String kind = cells.get(matedColumn).toLowerCase(Locale.ROOT);
            String score = cells.get(scoreColumn);
            boolean isMated = kind.equals("1") || kind.equals("true");
            double value = NUMBER.matcher(score).matches() ? Double.parseDouble(score) : Double.NaN;
            if (!isMated && !kind.equals("0") && !kind.equals("false")) {
                problems.add("line %s: mated: expected 1, 0, true or false, found \"%s\"".formatted(number, kind));
            } else if (Double.isFinite(value)) {
                (isMated ? mated : nonMated).add(value);
            } else if (NO_NUMBER.matcher(score).matches()) {
                failed[isMated ? 0 : 1]++;
                failures.add(number);
            } else {
                problems.add("line %s: score: expected a finite number, found \"%s\"".formatted(number, score));
            }
        }

        private String message() {
            String shown = String.join("\n  ", problems.subList(0, Math.min(SHOWN, problems.size())));
            return "%s: expected lines such as 1,0.83 (mated, score); %s cannot be read:\n  %s%s".formatted(file,
                    problems.size() == 1 ? "one" : problems.size(), shown,
                    problems.size() > SHOWN ? "\n  and so on; correct or remove them" : "; correct or remove it");
        }

        private static String unquoted(String cell) {
            String text = cell.strip();
            return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                    ? text.substring(1, text.length() - 1).strip() : text;
        }

        private static double[] array(List<Double> values) {
            return values.stream().mapToDouble(value -> value).toArray();
        }
    }
}
