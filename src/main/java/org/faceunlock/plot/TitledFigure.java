package org.faceunlock.plot;

/**
 * A figure with a title above it and small print below it, both empty unless told. Immutable.
 *
 * @param <F> the figure itself
 */
public abstract class TitledFigure<F> extends Figure {

    final String title;
    final String caption;

    TitledFigure(String name, String title, String caption) {
        super(name);
        this.title = title;
        this.caption = caption;
    }

    /** The same figure with other words around it. */
    abstract F with(String newTitle, String newCaption);

    public final F withTitle(String text) {
        return with(text, caption);
    }

    /** A line of small print below the figure, such as the model's name. */
    public final F withCaption(String text) {
        return with(title, text);
    }

    /** The caption with a note behind it. */
    final String captionAnd(String note) {
        return caption.isBlank() || note.isBlank() ? caption + note : caption + " · " + note;
    }
}
