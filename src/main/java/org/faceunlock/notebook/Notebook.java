package org.faceunlock.notebook;

import java.util.Optional;
import org.faceunlock.notebook.display.FaceDisplays;
import org.faceunlock.notebook.display.MimeBundle;
import org.faceunlock.notebook.display.Renderings;
import org.faceunlock.notebook.widget.Frontend;
import org.faceunlock.notebook.widget.WidgetSession;

/** What a cell may ask of the notebook that it stands in, on whichever Java kernel. */
public final class Notebook {
    private static final Renderings RENDERINGS = FaceDisplays.register(new Renderings());
    private static volatile Optional<WidgetSession> session = Optional.empty();

    private Notebook() {
    }

    /** Shows a value here and now: below the cell, or below the widget whose callback runs. */
    public static void show(Object value) {
        Optional<WidgetSession> page = session;
        if (page.isPresent()) {
            page.get().show(value);
        } else {
            System.out.println(RENDERINGS.render(value).plain());
        }
    }

    /** The same as {@link #show}, by the name that it has in Python; JJava and IJava have a display of their own. */
    public static void display(Object value) {
        show(value);
    }

    /** All forms of a value, as the page gets them. */
    public static MimeBundle render(Object value) {
        return session.map(page -> page.render(value)).orElseGet(() -> RENDERINGS.render(value));
    }

    /** Takes every widget off the page and out of memory. */
    public static void closeWidgets() {
        session.ifPresent(WidgetSession::closeAll);
    }

    /** How values look; what is registered before a kernel starts, the kernel's own display follows too. */
    public static Renderings renderings() {
        return RENDERINGS;
    }

    /** The page that cells write to, if there is one. */
    static Optional<Frontend> page() {
        return session.map(WidgetSession::link);
    }

    /** Tells which page this program has; called by the link to the kernel. */
    public static void attach(WidgetSession page) {
        session = Optional.of(page);
    }
}
