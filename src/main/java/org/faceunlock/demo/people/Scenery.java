package org.faceunlock.demo.people;

import java.util.SplittableRandom;

/** Paints the backdrop of a scene, out of focus as the scene says. */
final class Scenery {

    private Scenery() {
    }

    static Canvas paint(Scene scene) {
        double sigma = scene.defocus() * scene.height();
        double shrink = Math.max(1, Math.min(8, sigma / 1.2));
        Canvas canvas = new Canvas(Math.max(8, (int) Math.ceil(scene.width() / shrink)),
                Math.max(8, (int) Math.ceil(scene.height() / shrink)));
        Brush brush = new Brush(canvas);
        SplittableRandom random = new SplittableRandom(scene.seed());
        switch (scene.backdrop()) {
            case STUDIO -> Indoors.studio(brush, random);
            case WALL -> Indoors.wall(brush, random);
            case ROOM -> Indoors.room(brush, random);
            case WINDOW -> Indoors.window(brush, random);
            case BOOKSHELF -> Indoors.bookshelf(brush, random);
            case GARDEN -> Outdoors.garden(brush, random);
            case SKY -> Outdoors.sky(brush, random);
            case STREET -> Outdoors.street(brush, random);
            case NOISE -> Patterns.noise(brush, random);
            case TEXTURE -> Patterns.texture(brush, random);
            case TEXT -> Patterns.text(brush, random);
        }
        Blur.apply(canvas, sigma / shrink);
        boolean same = canvas.width == scene.width() && canvas.height == scene.height();
        return same ? canvas : canvas.enlarge(scene.width(), scene.height());
    }
}
