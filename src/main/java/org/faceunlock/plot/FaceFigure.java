package org.faceunlock.plot;

import java.util.List;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.RgbImage;

/**
 * A figure of faces, which knows of each its picture, its person and its file as far as it is told. Immutable.
 *
 * @param <F> the figure itself
 */
public abstract class FaceFigure<F> extends TitledFigure<F> {

    final Faces faces;

    FaceFigure(String name, Faces faces, String title, String caption) {
        super(name + " of " + faces.count() + (faces.count() == 1 ? " face" : " faces"), title, caption);
        this.faces = faces;
    }

    /** The same figure of other faces, as many. */
    abstract F with(Faces newFaces, String newTitle, String newCaption);

    @Override
    final F with(String newTitle, String newCaption) {
        return with(faces, newTitle, newCaption);
    }

    /** Pictures, people and file names of the photos that have a face, one for each face of the figure, in order. */
    public final F withFaces(FaceSet photos) {
        return with(faces.with(photos), title, caption);
    }

    /** The pictures alone, one for each face of the figure; each shows its middle square. */
    public final F withFaces(List<RgbImage> pictures) {
        return with(faces.withPictures(pictures), title, caption);
    }

    /** Whose face each is; neighbours of one name belong together. An empty name is not shown. */
    public final F withPeople(List<String> people) {
        return with(faces.withPeople(people), title, caption);
    }

    /** What to call each face, usually its file's name; an empty text is not shown. */
    public final F withFiles(List<String> files) {
        return with(faces.withFiles(files), title, caption);
    }
}
