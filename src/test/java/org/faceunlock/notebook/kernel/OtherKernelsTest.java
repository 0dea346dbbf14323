package org.faceunlock.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Widgets on kernels like JJava's, with gson where it was and with gson moved as its distribution does,
        and IJava's. */
class OtherKernelsTest {
    private static final Predicate<String> KERNELS_OWN = name -> name.startsWith("org.dflib.jjava.")
            || name.startsWith(WidgetScenario.class.getName());

    private static List<String> plain;

    @BeforeAll
    static void play() throws Exception {
        plain = played(WidgetScenario.class, new RelocatingLoader(name -> false));
    }

    @Test
    void theExtensionBringsTheImports() {
        assertThat(plain).containsSequence(DefaultImports.all());
    }

    @Test
    void everyModelIsOpenedWithTheProtocolsVersion() {
        assertThat(plain).filteredOn(line -> line.startsWith("comm_open ")).hasSizeGreaterThan(4)
                .allMatch(line -> line.startsWith("comm_open {version=2.1.0} {\"state\":{"));
    }

    @Test
    void thePicturesBytesFollowItsOpening() {
        assertThat(plain).filteredOn(line -> line.contains("\"buffer_paths\":[[\"value\"]]"))
                .hasSize(1).allMatch(line -> line.startsWith("comm_msg ") && !line.endsWith(" and 0 bytes"));
    }

    @Test
    void aChangeOnThePageIsEchoedAndReachesTheCell() {
        assertThat(plain).contains("the cell hears of 7").anyMatch(line -> line.startsWith("comm_msg model-")
                && line.contains("\"method\":\"echo_update\"") && line.contains("\"value\":7"));
    }

    @Test
    void aReloadedPageIsToldEveryModel() {
        long models = plain.stream().filter(line -> line.startsWith("comm_open ")).count();
        String answer = plain.stream().filter(line -> line.contains("\"update_states\"")).findFirst().orElseThrow();
        assertThat(answer).startsWith("comm_msg reloaded ");
        assertThat(answer.split("\"model_module_version\"", -1)).hasSize((int) models + 1);
    }

    @Test
    void picturesAreRenderedAsPng() {
        assertThat(plain).contains("as PNG: true");
    }

    @Test
    void allOfItIsTheSameWhereTheKernelsGsonHasMoved() throws Exception {
        assertThat(played(WidgetScenario.class, new RelocatingLoader(KERNELS_OWN))).isEqualTo(plain);
    }

    @Test
    void allOfItIsTheSameOnTheBaseOfIJava() throws Exception {
        assertThat(played(IJavaScenario.class, new RelocatingLoader(name -> false))).isEqualTo(plain);
    }

    @Test
    void theKernelsGsonHasReallyMoved() throws Exception {
        Class<?> message = Class.forName("org.dflib.jjava.jupyter.messages.comm.CommMsgCommand", true,
                new RelocatingLoader(KERNELS_OWN));
        assertThat(message.getMethod("getData").getReturnType().getName())
                .isEqualTo("org.dflib.jjava.shaded.com.google.gson.JsonObject");
    }

    private static List<String> played(Class<?> which, ClassLoader loader) throws Exception {
        Callable<?> scenario = (Callable<?>) Class.forName(which.getName(), true, loader).getConstructor()
                .newInstance();
        return ((List<?>) scenario.call()).stream().map(String::valueOf).toList();
    }
}
