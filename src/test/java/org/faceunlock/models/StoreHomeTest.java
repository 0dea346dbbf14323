package org.faceunlock.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreHomeTest {

    private final Path user = Path.of("/home/u");

    @Test
    void variableGoesBeforeThePlatform() {
        assertThat(StoreHome.of(Map.of("FACE_UNLOCK_HOME", "/data/fu", "XDG_CACHE_HOME", "/x"), "Linux", user))
                .isEqualTo(Path.of("/data/fu"));
    }

    @Test
    void emptyVariableCountsAsUnset() {
        assertThat(StoreHome.of(Map.of("FACE_UNLOCK_HOME", ""), "Linux", user))
                .isEqualTo(Path.of("/home/u/.cache/face-unlock"));
    }

    @Test
    void relativeHomeIsMadeAbsolute() {
        assertThat(StoreHome.of(Map.of("FACE_UNLOCK_HOME", "here"), "Linux", user)).isAbsolute();
    }

    @Test
    void linuxHasTheXdgCache() {
        assertThat(StoreHome.of(Map.of("XDG_CACHE_HOME", "/x"), "Linux", user)).isEqualTo(Path.of("/x/face-unlock"));
    }

    @Test
    void relativeXdgCacheIsPassedOver() {
        assertThat(StoreHome.of(Map.of("XDG_CACHE_HOME", "x"), "Linux", user))
                .isEqualTo(Path.of("/home/u/.cache/face-unlock"));
    }

    @Test
    void macHasTheCachesOfTheLibrary() {
        assertThat(StoreHome.of(Map.of(), "Mac OS X", user))
                .isEqualTo(Path.of("/home/u/Library/Caches/face-unlock"));
    }

    @Test
    void windowsHasTheLocalApplicationData() {
        assertThat(StoreHome.of(Map.of("LOCALAPPDATA", "/local"), "Windows 11", user))
                .isEqualTo(Path.of("/local/face-unlock"));
    }
}
