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
import org.faceunlock.image.Crop;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.PillowBilinear;
import org.faceunlock.image.PixelRegion;
import org.faceunlock.image.RgbImage;

/** The faces of a user's folder as something to learn from, in memory. Immutable, safe to use from several threads. */
public final class FolderFaces implements CropSource {

    private final List<String> people;
    private final List<List<RgbImage>> crops = new ArrayList<>();

    private FolderFaces(List<String> people) {
        this.people = people;
        people.forEach(person -> crops.add(new ArrayList<>()));
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
        List<PhotoResult> rows = photos.faces().stream().filter(row -> !row.person().isEmpty()).toList();
        FolderFaces faces = new FolderFaces(rows.stream().map(PhotoResult::person).distinct().toList());
        if (faces.people.size() < 2) {
            throw new IllegalArgumentException(
                    "faces: expected at least 2 people with a face, a sub-folder each, found %s"
                            .formatted(faces.people));
        }
        for (PhotoResult row : rows) {
            faces.add(row.outcome().crop().orElseThrow(), faces.people.indexOf(row.person()));
        }
        return faces;
    }

    private void add(RgbImage crop, int person) {
        if (crop.width() != SIDE || crop.height() != SIDE) {
            throw new IllegalArgumentException(
                    "crop: expected %1$sx%1$s pixels, found %2$sx%3$s; detect with FolderFaces.detection"
                    .formatted(SIDE, crop.width(), crop.height()));
        }
        crops.get(person).add(crop);
    }

    @Override
    public int people() {
        return people.size();
    }

    @Override
    public int photos(int person) {
        return crops.get(person).size();
    }

    @Override
    public byte[] crop(int person, int photo) {
        return crops.get(person).get(photo).toBytes();
    }

    /** Compares every two of the faces, each cut to what an embedder expects. */
    public VerificationScores scores(FaceEmbedder embedder) {
        List<EmbeddedFace> faces = new ArrayList<>();
        for (int person = 0; person < people.size(); person++) {
            for (Embedding embedding : embedder.embed(crops.get(person).stream().map(FolderFaces::middle).toList())) {
                faces.add(EmbeddedFace.of(Path.of("face-" + faces.size()), people.get(person), embedding));
            }
        }
        return PairScores.of(Embeddings.of(faces)).scores();
    }

    /** The part of a wide crop that an embedder expects. */
    private static RgbImage middle(RgbImage wide) {
        int size = Crop.DEFAULT.imageSize();
        int edge = (SIDE - size) / 2;
        return PillowBilinear.resize(wide, new PixelRegion(edge, edge, edge + size, edge + size), size, size);
    }
}
