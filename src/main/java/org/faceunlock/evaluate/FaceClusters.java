package org.faceunlock.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.Clusterable;
import org.apache.commons.math3.ml.clustering.DBSCANClusterer;
import org.faceunlock.embed.Cosine;
import org.faceunlock.embed.EmbeddedFace;
import org.faceunlock.embed.Embedding;
import org.faceunlock.embed.Embeddings;
import org.faceunlock.embed.SimilarityScale;
import org.faceunlock.embed.Threshold;

/**
 * Faces of unknown people sorted into people, by DBSCAN (M. Ester and others, 1996): two faces that the threshold
 * accepts are in one cluster, and so is whoever is reached over such neighbours. Immutable.
 *
 * @param clusters people, the largest first; faces that are like no other are clusters of one
 */
public record FaceClusters(List<Cluster> clusters) {

    /**
     * Faces that are taken for one person's.
     *
     * @param silhouette how much nearer they are to one another than to the nearest other cluster, mean over the faces,
     *     -1 to 1 (P. Rousseeuw, 1987); 0 for a single face or a single cluster
     */
    public record Cluster(Embeddings faces, double silhouette) {
    }

    public FaceClusters {
        clusters = List.copyOf(clusters);
    }

    /** Sorts those faces. */
    public static FaceClusters of(Embeddings faces, Threshold threshold) {
        double radius = threshold.in(SimilarityScale.EUCLIDEAN);
        List<Member> members = faces.faces().stream().map(Member::new).toList();
        List<List<Member>> groups = new ArrayList<>();
        new DBSCANClusterer<Member>(radius, 1).cluster(members).forEach(group -> groups.add(group.getPoints()));
        members.stream().filter(member -> groups.stream().noneMatch(group -> group.contains(member))).toList()
                .forEach(single -> groups.add(List.of(single)));
        groups.sort(Comparator.comparingInt((List<Member> group) -> group.size()).reversed());
        List<List<EmbeddedFace>> sorted = groups.stream().map(group -> group.stream().map(Member::face)
                .sorted(Comparator.comparingInt(faces.faces()::indexOf)).toList()).toList();
        return new FaceClusters(IntStream.range(0, sorted.size())
                .mapToObj(i -> new Cluster(Embeddings.of(sorted.get(i)), silhouette(sorted, i))).toList());
    }

    private static double silhouette(List<List<EmbeddedFace>> groups, int own) {
        if (groups.size() < 2 || groups.get(own).size() < 2) {
            return 0;
        }
        return groups.get(own).stream().mapToDouble(face -> {
            double within = distance(face, groups.get(own).stream().filter(other -> other != face).toList());
            double beyond = IntStream.range(0, groups.size()).filter(i -> i != own)
                    .mapToDouble(i -> distance(face, groups.get(i))).min().orElseThrow();
            return Math.max(within, beyond) == 0 ? 0 : (beyond - within) / Math.max(within, beyond);
        }).average().orElseThrow();
    }

    private static double distance(EmbeddedFace face, List<EmbeddedFace> others) {
        return others.stream().mapToDouble(other -> 1 - Cosine.similarity(face.embedding(), other.embedding()))
                .average().orElseThrow();
    }

    /** A face as the library of clustering wants it: a point of length 1. */
    private static final class Member implements Clusterable {

        private final EmbeddedFace face;
        private final double[] point;

        Member(EmbeddedFace face) {
            this.face = face;
            Embedding embedding = face.embedding();
            double length = Math.sqrt(IntStream.range(0, embedding.size())
                    .mapToDouble(i -> (double) embedding.get(i) * embedding.get(i)).sum());
            this.point = IntStream.range(0, embedding.size()).mapToDouble(i -> embedding.get(i) / length).toArray();
        }

        EmbeddedFace face() {
            return face;
        }

        @Override
        public double[] getPoint() {
            return point;
        }
    }
}
