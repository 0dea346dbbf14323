package org.faceunlock.notebook.kernel;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/** What JJava finds on its class path by itself: brings widgets, rich display and the imports. */
public final class JJavaExtension implements Extension {
    @Override
    public void install(BaseKernel kernel) {
        new JJavaLink(kernel).attach();
        DefaultImports.all().forEach(kernel::evalRaw);
    }
}
