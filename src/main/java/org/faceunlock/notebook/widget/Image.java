package org.faceunlock.notebook.widget;

import java.awt.image.BufferedImage;
import org.faceunlock.notebook.display.Html;
import org.faceunlock.notebook.display.Png;

/** A picture on the page that the program changes; its bytes travel as they are. */
public final class Image extends Widget {
    private static final String VALUE = "value";
    private static final String FORMAT = "format";

    /** The bytes of a picture file; {@code format} is the second half of its MIME type: png, jpeg. */
    public Image(byte[] file, String format) {
        super(ModelKind.control("Image"));
        initial(FORMAT, format);
        initial("height", "");
        initial(VALUE, file.clone());
        initial("width", "");
    }

    /** A picture, sent as PNG. */
    public Image(BufferedImage picture) {
        this(Png.bytes(picture), "png");
    }

    /** Shows another picture in its place. */
    public void value(BufferedImage picture) {
        holdSync(() -> {
            set(FORMAT, "png");
            set(VALUE, Png.bytes(picture));
        });
    }

    /** The bytes of the file that is shown. */
    public byte[] value() {
        return ((byte[]) get(VALUE)).clone();
    }

    @Override
    public String snapshot() {
        return "<img src=\"data:image/" + Html.escape((String) get(FORMAT)) + ";base64,"
                + Png.base64((byte[]) get(VALUE)) + "\" alt=\"picture\"/>";
    }

    @Override
    public String toString() {
        return "Image, " + ((byte[]) get(VALUE)).length + " bytes of " + get(FORMAT);
    }
}
