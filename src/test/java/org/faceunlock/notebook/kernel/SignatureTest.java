package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms are those that JShell of Java 17 and 25 answers. */
class SignatureTest {
    private static Signature method(String type, String name, String... parameters) {
        return new Signature(type, Optional.of(name), Optional.of(List.of(parameters)));
    }

    @Test
    void aMethodHasItsClassAndTheSimpleNamesOfItsParametersTypes() {
        assertThat(Signature.parse("SimilarityMatrix org.faceunlock.compare.SimilarityMatrix.of(java.util.List<String>"
                + " names, double[][] values, a.Map.Entry<K, List<V>>... more)")).isEqualTo(method(
                "org.faceunlock.compare.SimilarityMatrix", "of", "List", "double[][]", "Entry[]"));
    }

    @Test
    void typeArgumentsAreLeftOut() {
        assertThat(Signature.parse("Map<K, V> Map<K, V>.<K,V>of(K k1, V v1)")).isEqualTo(method("Map", "of", "K", "V"));
    }

    @Test
    void parametersMayHaveNoNames() {
        assertThat(Signature.parse("V Map<K, V>.put(K, V)")).isEqualTo(method("Map", "put", "K", "V"));
    }

    @Test
    void componentsOfRecordsAreLeftOut() {
        assertThat(Signature.parse("String Threshold(double value).toString()"))
                .isEqualTo(method("Threshold", "toString"));
    }

    @Test
    void aConstructorHasParametersAndNoMember() {
        assertThat(Signature.parse("ArrayList<E>(Collection<? extends E> c)"))
                .isEqualTo(new Signature("ArrayList", Optional.empty(), Optional.of(List.of("Collection"))));
        assertThat(Signature.parse("Threshold(double value)(double value)"))
                .isEqualTo(new Signature("Threshold", Optional.empty(), Optional.of(List.of("double"))));
    }

    @Test
    void aFieldHasAMemberAndNoParameters() {
        assertThat(Signature.parse("Math.PI:double"))
                .isEqualTo(new Signature("Math", Optional.of("PI"), Optional.empty()));
    }

    @Test
    void aVariableIsItsType() {
        assertThat(Signature.parse("m:java.util.Map<String,Integer>"))
                .isEqualTo(new Signature("java.util.Map", Optional.empty(), Optional.empty()));
    }

    @Test
    void aMethodOfACellHasNoClass() {
        assertThat(Signature.parse("int twice(int number)")).isEqualTo(method("", "twice", "int"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"java.util.Map.Entry<K, V>; java.util.Map.Entry<K, V>",
        "Math.PI:double; double Math.PI",
        "Optional<T> Optional<T>.<T>of(T value); Optional<T> Optional.of(T value)",
        "Table Table.create(a.b.Column<?>... columns); Table Table.create(Column<?>... columns)",
        "Threshold(double value)(double value); Threshold(double value)",
        "t:tech.tablesaw.api.Table; Table t"})
    void whatIsShownIsShort(String description, String shown) {
        assertThat(Signature.shown(description)).isEqualTo(shown);
    }
}
