package org.faceunlock.notebook.jupyter;

import com.google.gson.Gson;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.faceunlock.notebook.widget.FileUpload;

/**
 * JupyterLab with this project's kernel, in an environment of its own.
 *
 * <p>Several copies of the project may share the environment: what belongs to one of them, its kernel above all, lies
 * in a folder named by its content and is found through JUPYTER_PATH, behind what the user has there. The environment
 * gets it too, for whoever starts its Jupyter by hand.
 */
public final class Jupyter {
    /** Room for an upload of the largest size and what is around it; larger ones still arrive, to be turned down. */
    private static final int LARGEST_MESSAGE = 2 * FileUpload.MOST_MEGABYTES * 1_000_000 + (1 << 20);
    private static final String DATA_PATH = "JUPYTER_PATH";
    private static final String EXECUTE = "execute.py";
    private static final String SNAPSHOTS = "widget_snapshots.py";
    private static final String CONFIG = "jupyter_config.py";
    /** Where this page's own style lies, below its settings. */
    private static final String STYLE = "custom";
    private final PythonEnvironment environment;
    private final Path own;

    private Jupyter(PythonEnvironment environment, Path own) {
        this.environment = environment;
        this.own = own;
    }

    /**
     * Makes the environment if it is not there, and installs the kernel and the settings.
     *
     * @param home the folder of fetched files
     * @param told hears what takes long
     */
    public static Jupyter in(Path home, PrintWriter told) throws IOException, InterruptedException {
        PythonEnvironment environment = PythonEnvironment.in(home, told);
        String kernel = KernelSpec.json(JavaCommand.program(), JavaCommand.options(),
                PathingJar.classPath(System.getProperty("java.class.path"), home));
        String execute = Resource.text(EXECUTE);
        String snapshots = Resource.text(SNAPSHOTS);
        Path own = home.resolve("notebook").resolve("copy-" + Resource.sum(kernel + execute + snapshots));
        Resource.write(own.resolve(EXECUTE), execute);
        for (Path data : List.of(own, environment.share())) {
            Resource.write(data.resolve(SNAPSHOTS), snapshots);
            Resource.write(data.resolve(KernelSpec.FILE), kernel);
        }
        Resource.write(environment.settings().resolve(CONFIG), Resource.text(CONFIG));
        Resource.write(environment.share().resolve("lab").resolve("settings").resolve("overrides.json"),
                pageSettings());
        Resource.write(environment.settings().resolve("labconfig").resolve("page_config.json"), pageParts());
        Resource.write(environment.settings().resolve(STYLE).resolve("custom.css"), Resource.text("custom.css"));
        return new Jupyter(environment, own);
    }

    /**
     * No news and no questions about them: the page fetches nothing but itself. Cells out of sight stay in place.
     * Widgets are saved with the notebook.
     */
    private static String pageSettings() {
        return new Gson().toJson(Map.of(
                "@jupyterlab/apputils-extension:notification",
                Map.of("fetchNews", "false", "checkForUpdates", false),
                "@jupyterlab/notebook-extension:tracker", Map.of("windowingMode", "defer"),
                "@jupyter-widgets/jupyterlab-manager:plugin", Map.of("saveState", true)));
    }

    /** The kernel has no debugger, and the page's would complain of that in the browser's console. */
    private static String pageParts() {
        return new Gson().toJson(Map.of("disabledExtensions", Map.of("@jupyterlab/debugger-extension", true)));
    }

    /**
     * Serves a folder to this machine until it is ended; returns the exit code.
     *
     * <p>The server prints the page's address, and after it only what goes wrong. It holds back no output: the kernel
     * keeps its own to what a page can show.
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
                // the kernel joins what a cell prints and holds it to 10 MB; the server would drop what comes too fast
                "--ZMQChannelsWebsocketConnection.limit_rate=False",
                "--Application.log_level=ERROR",
                "--ServerApp.tornado_settings={'websocket_max_message_size': " + LARGEST_MESSAGE
                        + ", 'static_custom_path': [" + new Gson().toJson(environment.settings().resolve(STYLE)
                        .toString())
                        + "]}"));
        if (!browser) {
            command.add("--no-browser");
        }
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--allow-root");
        }
        return new Program(command, Map.of(DATA_PATH, dataPath())).onTerminal();
    }

    /**
     * Runs notebooks top to bottom and writes executed copies and pages; returns 0 if no cell failed.
     *
     * @param most how long a cell may take
     */
    public int execute(List<Path> notebooks, Path out, Duration most) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(environment.python().toString(),
                own.resolve(EXECUTE).toString(), String.valueOf(most.toSeconds()), out.toString()));
        notebooks.forEach(notebook -> command.add(notebook.toString()));
        return new Program(command, Map.of("PYDEVD_DISABLE_FILE_VALIDATION", "1", DATA_PATH, dataPath())).onTerminal();
    }

    private String dataPath() {
        return Optional.ofNullable(System.getenv(DATA_PATH)).filter(paths -> !paths.isBlank())
                .map(paths -> paths + File.pathSeparator).orElse("") + own;
    }
}
