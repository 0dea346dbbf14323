package org.faceunlock.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.faceunlock.geometry.Detection;
import org.faceunlock.geometry.Point;
import org.faceunlock.image.Crop;
import org.faceunlock.image.FaceOutcome;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.image.RgbImage;
import org.faceunlock.network.FloatTensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MtcnnTest {

    /** Thresholds at which only a box that is nearly all white is a face for the fake networks. */
    private static final MtcnnSettings STRICT = MtcnnSettings.defaults().withThresholds(0.95, 0.95, 0.95);

    private final Mtcnn mtcnn = Fakes.mtcnn(STRICT);

    @Test
    void findsTheSquareWhereItIs() {
        List<Detection> faces = mtcnn.detect(Photos.squares(120, 90, 24, 50, 30));
        assertThat(faces).hasSize(1);
        assertThat(faces.get(0).box().x1()).isCloseTo(52, within(3.0));
        assertThat(faces.get(0).box().y2()).isCloseTo(52, within(3.0));
        assertThat(faces.get(0).probability()).isBetween(0.95, 1.0);
    }

    @Test
    void landmarksAreSharesOfTheSquareCountedFromPixelOne() {
        Detection face = mtcnn.detect(Photos.squares(120, 90, 24, 50, 30)).get(0);
        double width = face.box().width() + 1; // the end is inclusive here
        Point nose = face.landmarks().nose();
        assertThat(nose.x()).isCloseTo(face.box().x1() + 0.5 * width - 1, within(1e-4));
        assertThat(face.landmarks().leftEye().x()).isCloseTo(face.box().x1() + 0.25 * width - 1, within(1e-4));
        assertThat(face.landmarks().rightEye().x()).isGreaterThan(nose.x());
        assertThat(face.landmarks().leftMouth().y()).isGreaterThan(nose.y());
    }

    @Test
    void theLargestFaceComesFirstUnlessProbabilityDecides() {
        StageNetwork moreProbableWhenDarker = Fakes.oNet(mean -> 1.7f - Fakes.brightness(mean) * 0.75f);
        RgbImage photo = RgbImage.of(Photos.squares(300, 150, 40, 20, 20, 180, 20).toBufferedImage());
        for (FacePolicy policy : FacePolicy.values()) {
            Mtcnn ordered = new Mtcnn(Fakes.pNet(Fakes::brightness), Fakes.rNet(Fakes::brightness),
                    moreProbableWhenDarker, STRICT.withPolicy(policy).withThresholds(0.7, 0.7, 0));
            List<Detection> faces = ordered.detect(photo);
            assertThat(faces).hasSizeGreaterThan(1).isSortedAccordingTo((one, other) -> policy == FacePolicy.PROBABILITY
                    ? Double.compare(other.probability(), one.probability())
                    : Double.compare(other.box().area(), one.box().area()));
        }
    }

    @Test
    void aTiePassesPNetAndFailsTheOthers() {
        RgbImage photo = Photos.white(20, 20);
        assertThat(constant(0.6f, 0.71f, 0.71f).detect(photo)).hasSize(1);
        assertThat(constant(0.59f, 0.71f, 0.71f).detect(photo)).isEmpty();
        assertThat(constant(0.6f, 0.7f, 0.71f).detect(photo)).isEmpty();
        assertThat(constant(0.6f, 0.71f, 0.7f).detect(photo)).isEmpty();
    }

    private static Mtcnn constant(float proposal, float refined, float output) {
        return new Mtcnn(Fakes.pNet(mean -> proposal), Fakes.rNet(mean -> refined), Fakes.oNet(mean -> output),
                MtcnnSettings.defaults());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 900", "900, 1", "12, 12", "19, 400", "20, 20", "21, 400", "30000, 21", "21, 30000"})
    void photosOfEveryShapeGoThrough(int width, int height) {
        boolean holdsAFace = Math.min(width, height) >= 20;
        assertThat(mtcnn.detect(Photos.black(width, height))).isEmpty();
        assertThat(mtcnn.find(Photos.black(width, height)).status()).isEqualTo(FaceStatus.NO_FACE);
        assertThat(constant(1, 1, 1).detect(Photos.black(width, height)).isEmpty()).isEqualTo(!holdsAFace);
    }

    @Test
    void thousandsOfProposalsComeInBatchesOfBoundedSize() {
        AtomicInteger largest = new AtomicInteger();
        AtomicInteger total = new AtomicInteger();
        StageNetwork rNet = Fakes.rNet(mean -> 0);
        StageNetwork counting = input -> {
            largest.accumulateAndGet(input.size(0), Math::max);
            total.addAndGet(input.size(0));
            return rNet.run(input);
        };
        Mtcnn eager = new Mtcnn(Fakes.pNet(mean -> 1), counting, Fakes.oNet(mean -> 1), MtcnnSettings.defaults());
        assertThat(eager.detect(Photos.noise(1200, 900, 5))).isEmpty();
        assertThat(total.get()).isGreaterThan(3000);
        assertThat(largest.get()).isEqualTo(256);
    }

    @Test
    void aProposalOutsideThePhotoDoesNotShiftTheAnswersOfOthers() {
        // every window moves to the left by twice its width: the first ones leave the photo, some hit the square
        Mtcnn shifted = new Mtcnn(Fakes.pNet(mean -> 1, -2, 0, -2, 0), Fakes.rNet(Fakes::brightness),
                Fakes.oNet(Fakes::brightness), STRICT);
        MtcnnTrace trace = shifted.detectWithTrace(Photos.squares(120, 90, 24, 50, 30));
        assertThat(trace.levels().get(0).kept()).anySatisfy(window -> assertThat(window.box().x2()).isLessThan(40));
        assertThat(trace.proposals()).isNotEmpty().allSatisfy(square -> assertThat(square.box().x2()).isGreaterThan(0));
        assertThat(trace.refined()).isNotEmpty().allSatisfy(square -> {
            assertThat(square.box().x1()).isBetween(48.0, 56.0);
            assertThat(square.box().y1()).isBetween(28.0, 36.0);
        });
    }

    @Test
    void tilesSeeWhatOnePassOverTheLevelWouldSee() {
        Mtcnn all = new Mtcnn(Fakes.pNet(Fakes::brightness), Fakes.rNet(mean -> 0), Fakes.oNet(mean -> 0),
                MtcnnSettings.defaults().withMinimumFaceSize(12).withThresholds(1, 1, 1).withFactor(0.1));
        MtcnnTrace.Level level = all.detectWithTrace(Photos.noise(640, 521, 11)).levels().get(0);
        assertThat(new PyramidLevel(1, 641, 522).tiles()).hasSize(6);
        int rows = level.probabilities().size(0);
        int columns = level.probabilities().size(1);
        assertThat(List.of(rows, columns)).containsExactly(256, 316);
        for (int window = 0; window < rows * columns; window++) {
            float mean = Fakes.windowMean(level.input(), window % columns * 2, window / columns * 2);
            assertThat(level.probabilities().get(window)).as("window %d", window).isEqualTo(Fakes.brightness(mean));
        }
    }

    @Test
    void photosTogetherGiveWhatTheyGiveOneByOne() {
        List<RgbImage> photos = List.of(Photos.squares(120, 90, 24, 50, 30), Photos.black(5, 5),
                Photos.squares(200, 300, 60, 10, 10, 100, 200), Photos.noise(64, 64, 2));
        assertThat(mtcnn.detect(photos)).isEqualTo(photos.stream().map(mtcnn::detect).toList());
        assertThat(mtcnn.detect(List.of())).isEmpty();
    }

    @Test
    void theTraceTellsEachStageAndTheSameFaces() {
        RgbImage photo = Photos.squares(120, 90, 24, 50, 30);
        MtcnnTrace trace = mtcnn.detectWithTrace(photo);
        assertThat(trace.detections()).isEqualTo(mtcnn.detect(photo));
        List<Double> scales = Pyramid.of(120, 90, STRICT).levels().stream().map(PyramidLevel::scale).toList();
        assertThat(trace.levels()).extracting(MtcnnTrace.Level::scale).isEqualTo(scales);
        MtcnnTrace.Level first = trace.levels().get(0);
        assertThat(first.input().shape()).containsExactly(1, 3, 55, 73);
        assertThat(first.probabilities().shape()).containsExactly(23, 32);
        assertThat(first.regressions().shape()).containsExactly(4, 23, 32);
        assertThat(first.windows()).hasSize((int) IntStream.range(0, first.probabilities().size())
                .filter(window -> first.probabilities().get(window) >= 0.95f).count());
        assertThat(first.windows()).containsAll(first.kept());
        assertThat(trace.proposals()).hasSizeGreaterThanOrEqualTo(trace.refined().size());
        assertThat(trace.refined()).isNotEmpty();
    }

    @Test
    void theFaceThatCountsIsCutOut() {
        RgbImage photo = Photos.squares(120, 90, 24, 50, 30);
        FaceOutcome outcome = mtcnn.find(photo);
        assertThat(outcome.status()).isEqualTo(FaceStatus.FACE);
        assertThat(outcome.crop()).isEqualTo(Crop.of(160, 18).cut(photo, outcome.face().orElseThrow().box()));
        assertThat(mtcnn.crops(photo)).containsExactly(outcome.crop().orElseThrow());
    }

    @Test
    void anotherPolicyIsAnotherFinderOnTheSameNetworks() {
        RgbImage two = Photos.squares(200, 300, 60, 10, 10, 100, 200);
        assertThat(mtcnn.find(two).status()).isEqualTo(FaceStatus.FACE);
        FaceOutcome refused = mtcnn.withPolicy(FacePolicy.EXACTLY_ONE).find(two);
        assertThat(refused.status()).isEqualTo(FaceStatus.SEVERAL_FACES);
        assertThat(refused.detections()).isEqualTo(mtcnn.detect(two));
    }

    @Test
    void aFaceWhoseBoxLeavesThePhotoIsTooSmallToCut() {
        Mtcnn leaving = new Mtcnn(Fakes.pNet(mean -> 1), Fakes.rNet(mean -> 1),
                Fakes.oNet(mean -> 1, 3, 3, 3, 3), MtcnnSettings.defaults());
        RgbImage photo = Photos.white(20, 20);
        assertThat(leaving.find(photo).status()).isEqualTo(FaceStatus.TOO_SMALL);
        assertThat(leaving.crops(photo)).isEmpty();
    }

    @Test
    void aBoxTurnedInsideOutOrInfiniteIsNoFace() {
        for (float[] shift : List.of(new float[] {2, 0, -2, 0}, new float[] {0, 0, Float.POSITIVE_INFINITY, 0},
                new float[] {0, Float.NaN, 0, 0})) {
            Mtcnn broken = new Mtcnn(Fakes.pNet(mean -> 1), Fakes.rNet(mean -> 1), Fakes.oNet(mean -> 1, shift),
                    MtcnnSettings.defaults());
            assertThat(broken.detect(Photos.white(60, 60))).isEmpty();
        }
    }

    @Test
    void networksThatComputeNaNFindNothing() {
        Mtcnn broken = constant(Float.NaN, Float.NaN, Float.NaN);
        assertThat(broken.detect(Photos.white(60, 60))).isEmpty();
    }

    @Test
    void aNetworkOfAnotherStageIsRefused() {
        Mtcnn confused = new Mtcnn(Fakes.pNet(mean -> 1), Fakes.oNet(mean -> 1), Fakes.rNet(mean -> 1), STRICT);
        assertThatThrownBy(() -> confused.detect(Photos.white(40, 40)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24 pixels, output 1: expected shape");
    }

    @Test
    void closingClosesAllThreeNetworks() {
        AtomicInteger closed = new AtomicInteger();
        StageNetwork network = new StageNetwork() {
            @Override
            public List<FloatTensor> run(FloatTensor input) {
                throw new AssertionError("nothing to run");
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
        new Mtcnn(network, network, network, STRICT).close();
        assertThat(closed).hasValue(3);
    }
}
