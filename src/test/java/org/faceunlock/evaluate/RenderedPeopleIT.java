package org.faceunlock.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.faceunlock.demo.people.FaceRenderer;
import org.faceunlock.demo.people.Identity;
import org.faceunlock.demo.people.Limits;
import org.faceunlock.demo.people.RenderedPhoto;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.EnrolmentReview.Finding;
import org.faceunlock.geometry.Box;
import org.faceunlock.image.Crop;
import org.faceunlock.image.PhotoReader;
import org.faceunlock.image.RgbImage;
import org.faceunlock.image.UnreadablePhotoException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What thresholds and reviews promise, on rendered people and the small networks; faces cut out where they are. */
class RenderedPeopleIT {

    private static final int PEOPLE = 120;
    private static final int PHOTOS = 5;
    private static final int SIDE = 256;

    /**
     * People of photos as people render makes them, with faces of 90 pixels and more; the others are as small as 24.
     */
    private static final int PORTRAYED = 30;

    private static FaceEmbedder embedder;
    private static List<RenderedPhoto> portraits;
    private static List<Embedding> portrayed;
    private static List<Embedding> embeddings;

    @BeforeAll
    static void render() {
        embedder = FaceEmbedder.load("demo");
        embeddings = embedded(rendered(PEOPLE, Limits.WIDE));
        portraits = rendered(PORTRAYED, Limits.PORTRAIT);
        portrayed = embedded(portraits);
    }

    private static List<RenderedPhoto> rendered(int people, Limits limits) {
        return IntStream.range(0, people * PHOTOS).parallel().mapToObj(i -> FaceRenderer.portrait(
                Identity.of(i / PHOTOS), 77_000 + i, SIDE, SIDE, limits)).toList();
    }

    private static List<Embedding> embedded(List<RenderedPhoto> photos) {
        return embedder.embed(photos.stream().map(photo -> crop(photo.image(), box(photo))).toList());
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void thresholdForOnePercentHoldsForPeopleNeverSeen() {
        ThresholdRule rule = ThresholdRule.targetFmr(0.01);
        int outOfSample = 0;
        int inSample = 0;
        for (int repeat = 0; repeat < 20; repeat++) {
            List<Integer> people = dealt(PEOPLE, repeat);
            PairScores known = PairScores.of(faces(embeddings, people.subList(0, PEOPLE / 2)));
            PairScores fresh = PairScores.of(faces(embeddings, people.subList(PEOPLE / 2, PEOPLE)));
            double threshold = ThresholdFolds.of(known, rule, repeat).threshold();
            outOfSample += IdentityBootstrap.of(fresh, 200, repeat).falseMatchRate(threshold,
                    0.95).contains(0.01) ? 1 : 0;
            double chosen = rule.choose(known.scores());
            inSample += known.scores().falseMatchRate(chosen).interval(0.95)
                    .contains(fresh.scores().falseMatchRate(chosen).value()) ? 1 : 0;
        }
        System.out.println("holds in " + outOfSample + " of 20 out of sample, in " + inSample + " in sample");
        assertThat(outOfSample).isGreaterThanOrEqualTo(18);
        assertThat(inSample).isLessThan(outOfSample);
    }

    @Test
    void plantedWrongPhotoAndPlantedCopyAreNamedInTwentyOfTwentyTrials() throws IOException, UnreadablePhotoException {
        int wrongNamed = 0;
        int copyNamed = 0;
        int falselyNamed = 0;
        for (int trial = 0; trial < 20; trial++) {
            List<Integer> people = dealt(PORTRAYED, 100 + trial);
            List<EmbeddedFace> faces = new ArrayList<>(faces(portrayed, people.subList(0, 5)).faces());
            String owner = faces.get(0).person();
            Embedding stranger = portrayed.get(people.get(trial % 2 == 0 ? 5 : 1) * PHOTOS + 4);
            if (trial % 2 == 1) {
                faces.removeIf(face -> face.embedding().equals(stranger)); // moved from one folder to another
            }
            faces.add(EmbeddedFace.of(Path.of("wrong.jpg"), owner, stranger));
            int copied = people.get(2) * PHOTOS + trial % PHOTOS;
            faces.add(EmbeddedFace.of(Path.of("copy.jpg"), "person " + people.get(2), copyOf(portraits.get(copied))));
            Embeddings all = Embeddings.of(faces);
            EvaluationFaces set = EvaluationFaces.of(all, Embeddings.of(List.of()));
            double level = ThresholdRule.equalError()
                    .choose(set.compare(ComparisonProtocol.PHOTO_TO_TEMPLATE, Fusion.MEAN).scores());
            EnrolmentReview review = EnrolmentReview.of(all, level);
            wrongNamed += review.files(Finding.WRONG_PERSON).contains(Path.of("wrong.jpg")) ? 1 : 0;
            copyNamed += review.files(Finding.NEAR_DUPLICATE).contains(Path.of("copy.jpg")) ? 1 : 0;
            falselyNamed += review.files(Finding.WRONG_PERSON).size() + review.files(Finding.NEAR_DUPLICATE).size();
        }
        falselyNamed -= wrongNamed + copyNamed;
        System.out.println("named: wrong %s, copy %s of 20; falsely %s of 500 photos"
                .formatted(wrongNamed, copyNamed, falselyNamed));
        assertThat(wrongNamed).isEqualTo(20);
        assertThat(copyNamed).isEqualTo(20);
        assertThat(falselyNamed).isLessThan(20);
    }

    private static List<Integer> dealt(int count, long seed) {
        List<Integer> people = new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(people, new Random(seed));
        return people;
    }

    private static Embeddings faces(List<Embedding> numbers, List<Integer> people) {
        List<EmbeddedFace> faces = new ArrayList<>();
        for (int person : people) {
            for (int photo = 0; photo < PHOTOS; photo++) {
                faces.add(EmbeddedFace.of(Path.of(person + "_" + photo + ".jpg"), "person " + person,
                        numbers.get(person * PHOTOS + photo)));
            }
        }
        return Embeddings.of(faces);
    }

    private static Box box(RenderedPhoto photo) {
        return photo.truths().get(0).box();
    }

    private static RgbImage crop(RgbImage photo, Box box) {
        return Crop.DEFAULT.cut(photo, box).orElseThrow();
    }

    /** The photo again, a tenth smaller and compressed anew. */
    private static Embedding copyOf(RenderedPhoto photo) throws IOException, UnreadablePhotoException {
        int side = SIDE * 9 / 10;
        BufferedImage smaller = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smaller.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(photo.image().toBufferedImage(), 0, 0, side, side, null);
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(smaller, "jpg", jpeg);
        double scale = side / (double) SIDE;
        Box box = box(photo);
        return embedder.embed(crop(PhotoReader.DEFAULT.read(jpeg.toByteArray(), "copy.jpg"),
                new Box(scale * box.x1(), scale * box.y1(), scale * box.x2(), scale * box.y2())));
    }
}
