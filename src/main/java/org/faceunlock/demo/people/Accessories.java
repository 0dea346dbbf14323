package org.faceunlock.demo.people;

/**
 * What a person wears on the head for one shot.
 *
 * @param glasses what sits on the nose
 * @param hat what covers the head
 * @param beard length of the beard in centimetres: 0 shaved, 0.3 stubble, 4 a full beard
 * @param moustache length of the moustache in centimetres
 */
public record Accessories(Glasses glasses, Hat hat, double beard, double moustache) {

    /** Nothing worn, clean shaven. */
    public static final Accessories NONE = new Accessories(Glasses.NONE, Hat.NONE, 0, 0);

    public Accessories {
        if (!(beard >= 0 && beard <= 12 && moustache >= 0 && moustache <= 4)) {
            throw new IllegalArgumentException(
                    "accessories: expected a beard of 0..12 and a moustache of 0..4 cm, found %s and %s"
                            .formatted(beard, moustache));
        }
    }
}
