package org.faceunlock.spark;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.evaluate.Identification;
import org.faceunlock.evaluate.Identification.Identified;
import org.faceunlock.image.FaceStatus;
import org.faceunlock.pipeline.EmbeddedPhoto;

/**
 * Compares the rows of one partition of a {@link PhotoTable} with a gallery.
 *
 * <p>Columns: path; person; status; reason; identity (a person, {@code unknown} or {@code no face}); candidates (person
 * and similarity, the most similar first).
 *
 * @param top how many candidates to keep
 */
record IdentifyPartition(Broadcast<SharedGallery> gallery, int top) implements MapPartitionsFunction<Row, Row> {

    static final StructType SCHEMA = new StructType()
            .add(PhotoTable.PATH, DataTypes.StringType, false)
            .add("person", DataTypes.StringType, false)
            .add("status", DataTypes.StringType, false)
            .add("reason", DataTypes.StringType, false)
            .add("identity", DataTypes.StringType, false)
            .add("candidates", DataTypes.createArrayType(new StructType()
                    .add("person", DataTypes.StringType, false)
                    .add("similarity", DataTypes.DoubleType, false), false), false);

    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
        Identification people = gallery.value().open();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(rows, 0), false)
                .map(row -> answer(row, people.identify(photo(row)))).iterator();
    }

    private static EmbeddedPhoto photo(Row row) {
        Path file = Path.of("probe");
        String person = row.getAs("person");
        List<Float> numbers = row.isNullAt(row.fieldIndex("embedding")) ? List.of()
                : row.getList(row.fieldIndex("embedding"));
        if (numbers.isEmpty()) {
            return EmbeddedPhoto.without(file, person, FaceStatus.valueOf(row.getAs("status")), row.getAs("reason"));
        }
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
        }
        return EmbeddedPhoto.of(EmbeddedFace.of(file, person, Embedding.of(values)));
    }

    private Row answer(Row row, Identified found) {
        Object[] candidates = found.candidates().stream().limit(top)
                .map(one -> RowFactory.create(one.person(), one.similarity())).toArray();
        return RowFactory.create(row.getAs(PhotoTable.PATH), row.getAs("person"), row.getAs("status"),
                row.getAs("reason"), found.name(), candidates);
    }
}
