package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments of a class that is compiled here, with its source where ours are. */
class JavadocTest {
    private static final String SOURCE = """
            package p;

            /**
             * A {@code box<int>} &mdash; with <b>bold</b>
             * words, {@link Box#size() its size} and {@link #size}, or {@link java.util.List}.
             *
             * <p>Second, at most {@value #MOST}:
             * <ul>
             * <li>one</li>
             * <li>two
             * </ul>
             * <pre>{@code
             *   int a;
             *     int b;
             * }</pre>
             * <p>Fourth.
             *
             * @param <T> a type
             * @see Object
             * @since 1
             */
            public class Box<T> implements Sized<Box<T>> {
                /** How many. */
                public static final int MOST = 40 + 2;

                /** Makes {@literal <one>}. @deprecated too small */
                public Box(java.util.List<? extends T> all) { }

                @Override
                public int size() { return 0; }

                /**
                 * More than: {@inheritDoc}
                 *
                 * @param other a box
                 */
                @Override
                public int add(Box<T> other) { return 0; }

                /** With one. */
                public void put(int a) { }

                /** With text. */
                public void put(String[] a, Object... b) { }

                /** Nested. */
                public static class Lid { /** Opens. */ public void open() { } }

                /**
                 * A point.
                 *
                 * @param x to the right
                 */
                public record Point(int x, int y) { }

                /** Kinds. */
                public enum Kind { /** Round. */ ROUND, SQUARE }

                public void bare() { }
            }

            interface Sized<S> {
                /** {@return how many there are} */
                int size();

                /**
                 * Adds.
                 *
                 * @param other something
                 * @return the sum
                 * @throws IllegalStateException if it is full
                 */
                int add(S other);
            }
            """;

    @TempDir
    private Path folder;

    private Optional<String> of(String className, String description, int paragraphs) {
        try {
            Path source = Files.createDirectories(folder.resolve("META-INF/sources/p")).resolve("Box.java");
            Files.writeString(source, SOURCE);
            // for what stands in another file than one of its name
            Files.writeString(source.resolveSibling("Sized.java"), SOURCE);
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, OutputStream.nullOutputStream(), null,
                    "-encoding", "UTF-8", "-d", folder.toString(), source.toString())).isZero();
            try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
                return new Javadoc(name -> name, paragraphs).of(loader.loadClass("p." + className),
                        Signature.parse(description));
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tagsEntitiesAndMarkupAreReadable() {
        assertThat(of("Box", "p.Box<T>", 9)).contains("""
                A box<int> \u2014 with bold words, its size and size, or java.util.List.

                Second, at most 40 + 2:

                - one
                - two

                  int a;
                    int b;

                Fourth.

                <T>: a type""");
    }

    @Test
    void onlyTheFirstParagraphsAreGiven() {
        assertThat(of("Box", "p.Box<T>", 1)).contains(
                "A box<int> \u2014 with bold words, its size and size, or java.util.List. \u2026");
    }

    @Test
    void aConstructorHasItsOwnComment() {
        assertThat(of("Box", "Box<T>(java.util.List<? extends T> all)", 9)).get().asString().startsWith("Makes <one>.");
    }

    @Test
    void aMethodWithoutACommentHasThatOfTheInterface() {
        assertThat(of("Box", "int Box<T>.size()", 9)).contains("Returns how many there are.");
    }

    @Test
    void anInheritedDescriptionIsPutIntoThatWhichWantsIt() {
        assertThat(of("Box", "int Box<T>.add(Box<T> other)", 9)).contains("More than: Adds.\n\nother: a box");
    }

    @Test
    void returnAndFailuresAreLines() {
        assertThat(of("Sized", "int Sized<S>.add(S other)", 9)).contains(
                "Adds.\n\nother: something\nreturns the sum\nthrows IllegalStateException if it is full");
    }

    @Test
    void overloadsAreToldApartByTheirParametersTypes() {
        assertThat(of("Box", "void Box<T>.put(int a)", 9)).contains("With one.");
        assertThat(of("Box", "void Box<T>.put(String[] a, java.lang.Object... b)", 9)).contains("With text.");
    }

    @Test
    void nestedClassesAndConstantsAreFound() {
        assertThat(of("Box$Lid", "void Box.Lid.open()", 9)).contains("Opens.");
        assertThat(of("Box", "Box.MOST:int", 9)).contains("How many.");
        assertThat(of("Box$Kind", "Box.Kind.ROUND:p.Box.Kind", 9)).contains("Round.");
    }

    @Test
    void aComponentOfARecordHasItsTag() {
        assertThat(of("Box$Point", "int Box.Point(int x, int y).x()", 9)).contains("to the right");
        assertThat(of("Box$Point", "int Box.Point.y()", 9)).isEmpty();
    }

    @Test
    void whatHasNoCommentHasNoText() {
        assertThat(of("Box", "void Box<T>.bare()", 9)).isEmpty();
    }
}
