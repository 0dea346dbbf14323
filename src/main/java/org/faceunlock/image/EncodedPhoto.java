package org.faceunlock.image;

import java.io.IOException;

/** A photo whose file structure was found sound and whose size was found acceptable, before its pixels are decoded. */
interface EncodedPhoto {

    /** How the stored pixels have to be turned. */
    Orientation orientation();

    /**
     * Decodes the pixels as they are stored, not yet turned.
     *
     * @throws IOException if they are damaged
     */
    RgbImage decode() throws IOException;
}
