package org.faceunlock.demo.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.faceunlock.detect.MtcnnSettings;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.evaluate.PairScores;
import org.faceunlock.evaluate.VerificationScores;
import org.faceunlock.image.FaceRow;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.RgbImage;

/** The faces of a user's folder as something to learn from, in memory. Immutable, safe to use from several threads. */
public final class FolderFaces implements CropSource {

    private final List<String> people;
    private final List<RgbImage> crops = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private FolderFaces(List<String> people) {
        this.people = people;
    }

    /** How a detector has to cut faces out for this: with room around them. */
    public static MtcnnSettings detection(MtcnnSettings settings) {
        return settings.withImageSize(TrainingShot.WIDE.imageSize()).withMargin(TrainingShot.WIDE.margin());
    }

    /**
     * The faces of a set that was detected with {@link #detection}; photos without a face and of nobody are left out.
     *
     * @throws IllegalArgumentException if there are fewer than two people with a face
     */
    public static FolderFaces of(FaceSet photos) {
        List<FaceRow> rows = photos.faces().stream().filter(row -> !row.person().isEmpty()).toList();
        FolderFaces faces = new FolderFaces(rows.stream().map(FaceRow::person).distinct().toList());
        if (faces.people.size() < 2) {
            throw new IllegalArgumentException("faces: expected at least 2 people with a face, a sub-folder each, found %s"
                    .formatted(faces.people));
        }
        for (FaceRow row : rows) {
            faces.add(row.outcome().crop().orElseThrow(), faces.people.indexOf(row.person()));
        }
        return faces;
    }

    private void add(RgbImage crop, int label) {
        if (crop.width() != SIDE || crop.height() != SIDE) {
            throw new IllegalArgumentException("crop: expected %1$dx%1$d pixels, found %2$dx%3$d; detect with FolderFaces.detection"
                    .formatted(SIDE, crop.width(), crop.height()));
        }
        crops.add(crop);
        labels.add(label);
    }

    @Override
    public int people() {
        return people.size();
    }

    @Override
    public int size() {
        return crops.size();
    }

    @Override
    public int label(int index) {
        return labels.get(index);
    }

    @Override
    public byte[] crop(int index) {
        return crops.get(index).toBytes();
    }

    /** Compares every two of the faces, each cut to what an embedder expects. */
    public VerificationScores scores(FaceEmbedder embedder) {
        List<Embedding> embedded = embedder.embed(crops.stream().map(crop -> MeanDirections.middle(crop.toBytes())).toList());
        List<EmbeddedFace> faces = new ArrayList<>();
        for (int i = 0; i < embedded.size(); i++) {
            faces.add(EmbeddedFace.of(Path.of("face-" + i), people.get(labels.get(i)), embedded.get(i)));
        }
        return PairScores.of(Embeddings.of(faces)).scores();
    }
}
