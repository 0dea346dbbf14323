package org.faceunlock.plot;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.faceunlock.checkpoint.AtomicFile;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.FaceEmbedder;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.PhotoLabels;
import org.faceunlock.projection.Pca;
import org.faceunlock.projection.Projection;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A folder into which the figures and their numbers are written; each file appears whole or not at all. For one thread.
 */
public final class FigureFolder {

    /** The name of the file that says what became of each photo. */
    public static final String REPORT = "report.csv";

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    /** A folder that is made with the first file, if need be. */
    public FigureFolder(Path folder) {
        this.folder = folder;
    }

    /** The files written so far, in order. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    /** Writes what became of each photo. */
    public void report(FaceSet photos) throws IOException {
        write(photos.toTable(), REPORT);
    }

    /**
     * Draws faces and their embeddings; of more than {@value FaceSample#MOST} a sample, with the similarities of those,
     * so that nothing grows with the square of their number.
     *
     * @param faces rows that all have a face
     * @param embeddings of these faces, in the same order
     * @param detector what the weights of the detector are called in the captions
     * @param embedder which embedded them: its card has its network's name and the range of colours
     */
    public void draw(FaceSet faces, Embeddings embeddings, String detector, FaceEmbedder embedder) throws IOException {
        String caption = "MTCNN (%s), %s (%s)".formatted(detector, embedder.card().architecture(), embedder.name());
        FaceSample sample = FaceSample.of(faces.size());
        FaceSet some = FaceSet.of(sample.of(faces.rows()));
        String shown = sample.note().isEmpty() ? caption : caption + " · " + sample.note();
        write(CropGrid.of(some).withTitle("Faces").withCaption("MTCNN (%s)%s".formatted(detector,
                shown.substring(caption.length()))), "faces.png");
        SimilarityMatrix similarities = SimilarityMatrix.of(Embeddings.of(sample.of(embeddings.faces())));
        SimilarityHeatmap heatmap = SimilarityHeatmap.of(similarities);
        if (embedder.card().coolest() > 0) {
            heatmap = heatmap.withLimits(embedder.card().coolest(), 1);
        }
        write(heatmap.withFaces(some)
                .withTitle("Cosine similarity of the faces").withCaption(shown), "heatmap.png");
        Projection map = Pca.map(embeddings.toArray());
        write(PcaMap.of(map).withFaces(faces)
                .withTitle("The faces by their first two principal components").withCaption(caption), "pca.png");
        write(similarities.toTable(), "similarity.csv");
        write(table(embeddings, map), "pca.csv");
    }

    private static Table table(Embeddings embeddings, Projection map) {
        List<String> people = embeddings.faces().stream().map(EmbeddedFace::person).toList();
        return Table.create("pca",
                StringColumn.create("file",
                        PhotoLabels.within(embeddings.faces().stream().map(EmbeddedFace::file).toList(), people)),
                StringColumn.create("person", people),
                column("pc1", map, 0),
                column("pc2", map, 1));
    }

    private static DoubleColumn column(String name, Projection map, int component) {
        return DoubleColumn.create(name, IntStream.range(0, map.size()).mapToDouble(row -> map.get(row, component)));
    }

    /** Writes a figure in the format that the name ends with, see {@link Figure#save(Path)}. */
    public void write(Figure figure, String name) throws IOException {
        figure.save(folder.resolve(name));
        written.add(folder.resolve(name));
    }

    /** Writes a table as CSV. */
    public void write(Table table, String name) throws IOException {
        StringWriter text = new StringWriter();
        table.write().csv(text);
        AtomicFile.write(folder.resolve(name), part -> Files.writeString(part, text.toString()));
        written.add(folder.resolve(name));
    }

    @Override
    public String toString() {
        return "FigureFolder " + folder + ", " + written.size() + " files written";
    }
}
