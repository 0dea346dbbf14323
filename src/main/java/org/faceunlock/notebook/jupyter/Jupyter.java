package org.faceunlock.notebook.jupyter;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.faceunlock.notebook.widget.FileUpload;

/** JupyterLab with this project's kernel, in an environment of its own. */
public final class Jupyter {
    /** Room for an upload of the largest size and what is around it; larger ones still arrive, to be turned down. */
    private static final int LARGEST_MESSAGE = 2 * FileUpload.MOST_MEGABYTES * 1_000_000 + (1 << 20);
    /** Where this page's own style lies, below its settings. */
    private static final String STYLE = "custom";
    private final PythonEnvironment environment;

    private Jupyter(PythonEnvironment environment) {
        this.environment = environment;
    }

    /**
     * Makes the environment if it is not there, and installs the kernel into it.
     *
     * @param home the folder of fetched files
     * @param told hears what takes long
     */
    public static Jupyter in(Path home, PrintWriter told) throws IOException, InterruptedException {
        PythonEnvironment environment = PythonEnvironment.in(home, told);
        KernelSpec.install(environment.share());
        quietPage(environment.share());
        withoutDebugger(environment.settings());
        Path style = Files.createDirectories(environment.settings().resolve(STYLE));
        Files.writeString(style.resolve("custom.css"), Resource.text("custom.css"));
        return new Jupyter(environment);
    }

    /** No news and no questions about them: the page fetches nothing but itself. Cells out of sight stay in place. */
    private static void quietPage(Path share) throws IOException {
        Path settings = Files.createDirectories(share.resolve("lab").resolve("settings"));
        Files.writeString(settings.resolve("overrides.json"), new Gson().toJson(Map.of(
                "@jupyterlab/apputils-extension:notification",
                Map.of("fetchNews", "false", "checkForUpdates", false),
                "@jupyterlab/notebook-extension:tracker", Map.of("windowingMode", "defer"))));
    }

    /** The kernel has no debugger, and the page's would complain of that in the browser's console. */
    private static void withoutDebugger(Path settings) throws IOException {
        Path folder = Files.createDirectories(settings.resolve("labconfig"));
        Files.writeString(folder.resolve("page_config.json"), new Gson().toJson(Map.of(
                "disabledExtensions", Map.of("@jupyterlab/debugger-extension", true))));
    }

    /**
     * Serves a folder to this machine until it is ended; returns the exit code.
     *
     * @param folder what the page sees
     * @param opened what it opens first, below the folder: a notebook or a folder
     * @param port where to listen; the next free one if it is taken
     */
    public int serve(Path folder, Path opened, int port, boolean browser) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(environment.python().toString(), "-m", "jupyterlab",
                "--ServerApp.ip=127.0.0.1", "--ServerApp.port=" + port,
                "--ServerApp.root_dir=" + folder.toAbsolutePath(),
                "--LabApp.default_url=/lab/tree/" + opened.toString().replace('\\', '/'),
                "--KernelSpecManager.ensure_native_kernel=False",
                "--KernelSpecManager.allowed_kernelspecs=" + KernelSpec.NAME,
                "--LabApp.custom_css=True",
                "--ServerApp.static_custom_path=" + environment.settings().resolve(STYLE),
                // the kernel joins what a cell prints and holds it to 10 MB; the server would drop what comes too fast
                "--ZMQChannelsWebsocketConnection.iopub_msg_rate_limit=0",
                "--ZMQChannelsWebsocketConnection.iopub_data_rate_limit=0",
                "--ServerApp.tornado_settings={'websocket_max_message_size': " + LARGEST_MESSAGE + "}"));
        if (!browser) {
            command.add("--no-browser");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--allow-root");
        }
        return new Program(command, Map.of()).onTerminal();
    }

    /** Runs notebooks top to bottom and writes executed copies and pages; returns 0 if no cell failed. */
    public int execute(List<Path> notebooks, Path out) throws IOException, InterruptedException {
        Path script = Files.writeString(environment.share().resolve("execute.py"), Resource.text("execute.py"));
        List<String> command = new ArrayList<>(List.of(environment.python().toString(), script.toString(),
                out.toString()));
        notebooks.forEach(notebook -> command.add(notebook.toString()));
        return new Program(command, Map.of("PYDEVD_DISABLE_FILE_VALIDATION", "1")).onTerminal();
    }
}
