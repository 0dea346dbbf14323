package org.faceunlock.notebook.kernel;

import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A kernel for the tests of a class, with a page; a test that failed leaves the next one a new kernel. */
final class LiveKernel implements AfterEachCallback, AfterAllCallback {
    private final String[] options;
    private final Consumer<KernelClient> preparation;
    private Optional<KernelProcess> process = Optional.empty();
    private Optional<KernelClient> client = Optional.empty();

    /** Kernels with options of Java that are prepared in this way. */
    LiveKernel(Consumer<KernelClient> preparation, String... options) {
        this.options = options;
        this.preparation = preparation;
    }

    LiveKernel(String... options) {
        this(page -> { }, options);
    }

    /** The page of the kernel that runs; if none does, of a new one that has answered. */
    KernelClient page() {
        if (client.isEmpty()) {
            process = Optional.of(KernelProcess.start(options));
            client = Optional.of(new KernelClient(process.get().connection()));
            preparation.accept(client.get().ready());
        }
        return client.get();
    }

    KernelProcess process() {
        page();
        return process.get();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            process.ifPresent(kernel -> System.out.println(test.getDisplayName() + " failed; the kernel said: "
                    + kernel.log() + "\n" + kernel.threads()));
            end();
        }
    }

    /** Ends the kernel. */
    void end() {
        client.ifPresent(KernelClient::close);
        process.ifPresent(KernelProcess::close);
        client = Optional.empty();
        process = Optional.empty();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        end();
    }
}
