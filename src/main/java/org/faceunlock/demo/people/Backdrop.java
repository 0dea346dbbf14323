package org.faceunlock.demo.people;

/** What lies behind the people of a picture, or fills a picture without any. */
public enum Backdrop {
    STUDIO, WALL, ROOM, WINDOW, BOOKSHELF, GARDEN, SKY, STREET,
    /** Nothing but noise at some scale; not for portraits. */
    NOISE,
    /** Wood, tiles, cloth or stone; not for portraits. */
    TEXTURE,
    /** A page with lines of invented letters; not for portraits. */
    TEXT;

    private static final Backdrop[] ALL = values();

    /** Whether people can stand before it. */
    public boolean suitsPortraits() {
        return ordinal() <= STREET.ordinal();
    }

    /** One that people can stand before, by a share from 0 to 1. */
    static Backdrop portrait(double share) {
        return ALL[Math.min((int) (share * (STREET.ordinal() + 1)), STREET.ordinal())];
    }

    /** Any of them, by a share from 0 to 1. */
    static Backdrop any(double share) {
        return ALL[Math.min((int) (share * ALL.length), ALL.length - 1)];
    }
}
