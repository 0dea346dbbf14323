package org.faceunlock.notebook.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.faceunlock.compare.SimilarityMatrix;
import org.faceunlock.projection.Projection;
import org.junit.jupiter.api.Test;

/** Plain values as a cell shows them. */
class ValuesTest {
    private final Renderings renderings = FaceDisplays.register(new Renderings());

    @Test
    void arraysShowTheirElementsAtAnyDepth() {
        assertThat(plain(new int[][] {{1, 2}, {3}, null})).isEqualTo("[[1, 2], [3], null]");
        assertThat(plain(new String[] {"a", null})).isEqualTo("[a, null]");
        assertThat(plain(new boolean[0])).isEqualTo("[]");
    }

    @Test
    void arraysInCollectionsShowTheirElements() {
        Map<String, double[]> map = new LinkedHashMap<>();
        map.put("one", new double[] {1, 2.5});
        assertThat(plain(map)).isEqualTo("{one=[1.0, 2.5]}");
        assertThat(plain(map.entrySet())).isEqualTo("[one=[1.0, 2.5]]");
        assertThat(plain(List.of(new char[] {'a', 'b'}, List.of(new long[] {7})))).isEqualTo("[[a, b], [[7]]]");
    }

    @Test
    void aCollectionThatWritesItselfIsAsked() {
        assertThat(plain(new java.util.ArrayList<>(List.of(1)) {
            private static final long serialVersionUID = 1;

            @Override
            public String toString() {
                return "mine";
            }
        })).isEqualTo("mine");
    }

    @Test
    void anEnumShowsItsTypeAndName() {
        assertThat(plain(DayOfWeek.MONDAY)).isEqualTo("DayOfWeek.MONDAY");
    }

    @Test
    void anObjectWithoutATextShowsItsClassWithoutThePackage() {
        assertThat(plain(new Object())).matches("Object@[0-9a-f]+");
    }

    @Test
    void whatPrintfReturnsShowsNothing() {
        assertThat(renderings.render(System.out.printf("")).isEmpty()).isTrue();
        assertThat(renderings.render(System.err).isEmpty()).isTrue();
        assertThat(renderings.render("text").isEmpty()).isFalse();
    }

    @Test
    void theLibrarysObjectsSayWhatTheyAre() {
        assertThat(plain(List.of(SimilarityMatrix.of(List.of("a", "b"), new double[][] {{1, 0}, {0, 1}}),
                new Projection(new double[][] {{1, 2}}, new double[] {0.75, 0.25})))).isEqualTo(
                "[SimilarityMatrix of 2 faces [2, 2], cosine, Projection of 1 points to 2 components, which explain"
                        + " 0.7500, 0.2500 of the variance]");
    }

    private String plain(Object value) {
        return renderings.render(value).plain();
    }
}
