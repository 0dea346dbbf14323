package org.faceunlock.spark;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.faceunlock.embed.Embedding;
import org.faceunlock.geometry.Box;
import org.faceunlock.geometry.Detection;
import org.faceunlock.pipeline.EmbeddedPhoto;

/**
 * The table of embeddings: a row a photo, null where nothing is known.
 *
 * <p>Columns: path; person (the first sub-folder, else empty); status; reason (empty with an embedding); box (x1, y1,
 * x2, y2); landmarks (x and y of five points); probability; embedding; model; fingerprint (all that the numbers depend
 * on but the photo).
 */
final class PhotoTable {

    static final String PATH = "path";
    static final String FINGERPRINT = "fingerprint";

    static final StructType SCHEMA = new StructType()
            .add(PATH, DataTypes.StringType, false)
            .add("person", DataTypes.StringType, false)
            .add("status", DataTypes.StringType, false)
            .add("reason", DataTypes.StringType, false)
            .add("box", DataTypes.createArrayType(DataTypes.DoubleType, false))
            .add("landmarks", DataTypes.createArrayType(DataTypes.DoubleType, false))
            .add("probability", DataTypes.DoubleType)
            .add("embedding", DataTypes.createArrayType(DataTypes.FloatType, false))
            .add("model", DataTypes.StringType, false)
            .add(FINGERPRINT, DataTypes.StringType, false);

    private PhotoTable() {
    }

    static Row row(String path, EmbeddedPhoto photo, String model, String fingerprint) {
        Optional<Detection> face = photo.detection();
        return RowFactory.create(path, photo.person(), photo.status().name(), photo.reason(),
                face.map(Detection::box).map(PhotoTable::numbers).orElse(null),
                face.map(one -> one.landmarks().points().stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.y()))
                        .boxed().toArray()).orElse(null),
                face.map(Detection::probability).orElse(null),
                photo.embedding().map(PhotoTable::numbers).orElse(null), model, fingerprint);
    }

    private static Object[] numbers(Box box) {
        return new Object[] {box.x1(), box.y1(), box.x2(), box.y2()};
    }

    private static Object[] numbers(Embedding embedding) {
        Object[] numbers = new Object[embedding.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = embedding.get(i);
        }
        return numbers;
    }
}
