package org.faceunlock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may speak with the JupyterLab that {@code notebook} starts: this machine, and there who knows the token. */
@Timeout(600)
class ServerAccessIT {

    private static final Path FOLDER = Path.of("target", "server-access");

    private static LabServer server;

    @BeforeAll
    @Timeout(1800)
    static void start() throws IOException, InterruptedException {
        server = LabServer.on(ServedCopy.in(FOLDER), FOLDER.resolve("lab.log"));
    }

    @AfterAll
    static void end() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/contents", "/api/kernels", "/api/sessions", "/files/faces/me/me_1.jpg"})
    void withoutTheTokenNothingIsTold(String path) throws IOException, InterruptedException {
        assertThat(server.statusWithoutToken(path)).isIn(302, 403);
    }

    @Test
    void withTheTokenTheFolderIs() throws IOException, InterruptedException {
        assertThat(server.answer("/api/contents")).contains("notebooks");
    }

    @Test
    void noOtherAddressOfThisMachineListens() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress()).toList();
        for (InetAddress address : others) {
            try (Socket socket = new Socket()) {
                assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, server.port()), 2000))
                        .as(address.toString()).isInstanceOf(IOException.class);
            }
        }
        System.out.println("ServerAccessIT: addresses that do not listen: " + others);
    }
}
