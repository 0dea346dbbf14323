package org.faceunlock.demo.people;

/** What a triangle is made of; the shader decides by it. */
enum Material {
    SKIN, EAR, HAIR, CLOTH, FRAME, HAT;

    private static final Material[] ALL = values();

    static Material of(int ordinal) {
        return ALL[ordinal];
    }
}
