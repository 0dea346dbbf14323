package org.faceunlock.notebook.kernel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.faceunlock.notebook.Notebook;

/**
 * The program that Jupyter starts for every notebook: Java cells on this project's class path, with widgets, rich
 * display and the imports in place from the start.
 *
 * <p>It ends when Jupyter asks it to, and within seconds when the program that started it is gone.
 */
public final class Kernel {
    private static final long END_MILLIS = 3000;
    private final KernelSockets sockets;
    private final IoPub page;
    private final ShellThread shell;
    private final ControlThread control;
    private final CellInput input;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean isAskedToEnd;

    private Kernel(ConnectionFile connection) {
        String release = Kernel.class.getPackage().getImplementationVersion();
        sockets = new KernelSockets(connection);
        page = new IoPub(sockets);
        input = new CellInput(sockets);
        WidgetComms comms = new WidgetComms(page);
        Notebook.attach(comms.session());
        KernelRequests requests = new KernelRequests(release == null ? "development" : release, page, comms,
                new JavaWorker<>(() -> runner(comms)));
        shell = new ShellThread(sockets, page, requests);
        control = new ControlThread(sockets, page, requests.info(), shell::interrupt, this::end);
    }

    private static CellRunner runner(WidgetComms comms) {
        JavaShell shell = JavaShell.withImports();
        comms.reportFailures(shell::failure);
        return new CellRunner(shell, StandardMagics.create());
    }

    /** Takes the connection file that Jupyter wrote; ends with the notebook. */
    public static void main(String[] args) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT); // digits and points alike in every country
        Kernel kernel;
        try {
            if (args.length != 1) {
                throw new IOException("expected one argument, found " + args.length);
            }
            kernel = new Kernel(ConnectionFile.read(Path.of(args[0])));
        } catch (IOException e) {
            System.err.println("Expected the connection file that Jupyter writes, found " + String.join(" ", args)
                    + " (" + e.getMessage() + "); start this through Jupyter: face-unlock notebook");
            System.exit(2);
            return;
        }
        kernel.serve();
    }

    private void serve() throws InterruptedException {
        CellStreams.install();
        System.setIn(input);
        Thread.setDefaultUncaughtExceptionHandler(Kernel::threadFailed);
        Runtime.getRuntime().addShutdownHook(new Thread(this::lastWords, "last words"));
        endWithParent();
        page.status(new com.google.gson.JsonObject(), "starting");
        shell.start();
        control.start();
        sockets.start(shell::receive, control::receive, input::receive);
        ended.await();
        Thread patience = new Thread(() -> {
            sleep(END_MILLIS);
            Runtime.getRuntime().halt(0); // a cell's own shutdown hook does not end
        }, "end");
        patience.setDaemon(true);
        patience.start();
        System.exit(0); // whatever threads cells have left behind
    }

    /** A thread that a cell began and that was stopped with it ends without a word. */
    private static void threadFailed(Thread thread, Throwable failure) {
        if (!(failure instanceof CellStoppedError)) {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            failure.printStackTrace();
        }
    }

    private void end() {
        isAskedToEnd = true;
        ended.countDown();
    }

    /** A kernel without a server is of no use, and holds memory. */
    private void endWithParent() {
        parent().ifPresent(process -> process.onExit().thenRun(this::end));
    }

    private static Optional<ProcessHandle> parent() {
        String named = System.getenv("JPY_PARENT_PID");
        boolean isNumber = named != null && named.matches("\\d{1,18}")
                && !System.getProperty("os.name").startsWith("Windows");
        return (isNumber ? ProcessHandle.of(Long.parseLong(named)) : ProcessHandle.current().parent())
                .filter(process -> process.pid() > 1);
    }

    /** Tells the running cell that the kernel ends, if a cell or a signal ends it, and sends what is left to send. */
    private void lastWords() {
        if (!isAskedToEnd) {
            shell.task().ifPresent(task -> {
                IllegalStateException why = new IllegalStateException("System.exit was called, or the process was told"
                        + " to end. Jupyter starts the kernel anew; variables are gone: run the cells again from the"
                        + " top");
                task.printed().finish();
                page.error(task.parent(), CellFailure.of(why, 0));
                sockets.send(KernelSockets.Channel.SHELL, task.request().reply(
                        Json.object("status", "error", "ename", "KernelEnded", "evalue", why.getMessage(),
                                "traceback", new Object[0])));
                page.status(task.parent(), "idle");
            });
        }
        sockets.close();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
