package org.faceunlock.notebook.widget;

/**
 * HTML on the page.
 *
 * <p>The page takes it as it is: what comes from a file name or a user must go through
 * {@link org.faceunlock.notebook.display.Html#escape} first.
 */
public final class HTML extends TextWidget {
    /** Shows HTML as it is given: escape what is not yours. */
    public HTML(String html) {
        super(ModelKind.control("HTML"), Style.html(), html);
    }

    @Override
    public String snapshot() {
        return snapshotOf(value());
    }
}
