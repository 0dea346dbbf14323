package org.faceunlock.notebook.kernel;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.HelpLink;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;

/**
 * Java cells on this project's class path, with widgets, rich display and the imports in place from the start.
 *
 * <p>JShell is made while the page still connects; the first cell waits for it. Cells and messages of widgets run on
 * one thread, interrupts and shutdown on another.
 */
final class NotebookKernel extends BaseKernel {
    private final CompletableFuture<JavaShell> shell;
    private final QueueAfterError queue = new QueueAfterError();
    private volatile List<String> lastReport = List.of();

    NotebookKernel(String version) {
        this(version, new WidgetComms(), new MagicsRegistry());
    }

    private NotebookKernel(String version, WidgetComms comms, MagicsRegistry magics) {
        super("Face Unlock", version, language(), List.of(), null, new JupyterIO(StandardCharsets.UTF_8), comms,
                new Renderer(), new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()), magics, false,
                PlainStyle.styler());
        String classPath = System.getProperty("java.class.path");
        shell = CompletableFuture.supplyAsync(() -> {
            JavaShell made = new JavaShell(classPath);
            made.imports(DefaultImports.all());
            return made;
        });
        magics.registerLineMagic("classpath", Magics.classPath(this::shell));
        magics.registerLineMagic("load", Magics.load(this::evalRaw));
        new OwnLink(this, comms).install();
    }

    private static LanguageInfo language() {
        return new LanguageInfo.Builder("java").version(Runtime.version().toString()).mimetype("text/x-java-source")
                .fileExtension(".jshell").pygments("java").codemirror("text/x-java").build();
    }

    private JavaShell shell() {
        return shell.join();
    }

    @Override
    public Object evalRaw(String source) {
        return shell().run(executionCount.get() - 1, magicParser.resolveMagics(source)).orElse(null);
    }

    @Override
    protected synchronized void handleExecuteRequest(ShellReplyEnvironment env, Message<ExecuteRequest> request) {
        if (queue.isCancelled(request)) {
            queue.reply(env, request);
        } else {
            super.handleExecuteRequest(env, request);
        }
    }

    @Override
    public List<String> formatError(Throwable failure) {
        queue.cancelWaiting();
        lastReport = failure instanceof CellException cell ? cell.report() : super.formatError(failure);
        return lastReport;
    }

    /** The reply to a cell that failed, with the report that the page was given; runs without a page print it. */
    ErrorReply withReport(ErrorReply error) {
        boolean ofCell = error.getErrorName().equals(CellException.class.getSimpleName());
        return ofCell ? new ErrorReply(error.getErrorName(), error.getErrorMessage(), lastReport) : error;
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        return new CodeAssist(shell()).describe(code, at).map(DisplayData::new).orElse(null);
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        CodeAssist.Proposals proposals = new CodeAssist(shell()).complete(code, at);
        return new ReplacementOptions(proposals.texts(), proposals.from(), at);
    }

    @Override
    public String isComplete(String code) {
        Completeness completeness = shell().completeness(magicParser.resolveMagics(code));
        return switch (completeness) {
            case COMPLETE, COMPLETE_WITH_SEMI, EMPTY -> IS_COMPLETE_YES;
            case UNKNOWN -> IS_COMPLETE_BAD;
            case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "";
        };
    }

    @Override
    public void interrupt() {
        shell().stop();
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        super.onShutdown(isRestarting);
        shell().stop();
    }
}
