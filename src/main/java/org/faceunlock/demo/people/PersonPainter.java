package org.faceunlock.demo.people;

import java.util.stream.IntStream;
import org.faceunlock.geometry.Box;

/** Paints one person over a canvas and tells where the face came to lie. */
final class PersonPainter {

    private static final int BAND = 128;
    private static final int LARGE = 600;
    private static final double DISTANCE = 95;

    private final Shot shot;
    private final Mesh mesh = new Mesh();
    private final FaceMarks marks;
    private final Camera camera;
    private final LightRig light;
    private final ShadowMap shadows;
    private final Body body;
    private final Hairline hairline;
    private final int fineness;
    private final long identity;

    PersonPainter(Identity identity, Shot shot, Lighting lighting) {
        this.shot = shot;
        this.identity = identity.seed();
        this.body = new Body(new FaceLayout(identity, shot.expression()), shot.pose());
        this.marks = new FaceMarks(body);
        this.camera = aim(shot.framing());
        this.light = new LightRig(lighting);
        this.hairline = new Hairline(body.face);
        double detail = Smooth.clamp(shot.framing().faceHeight() / 170, 0.25, 1.4);
        this.fineness = shot.framing().faceHeight() < 90 ? 3 : 2;
        new HeadMesh(body, detail).addTo(mesh);
        new Ears(body).addTo(mesh);
        new Clothes(shot.clothes(), identity.head().shoulder()).addTo(mesh, body);
        Wearables.addTo(mesh, body, shot.accessories());
        Hair hair = new Hair(body, hairline, shot.accessories(), detail);
        hair.addTo(mesh);
        this.shadows = new ShadowMap(mesh, light);
        hair.light(mesh, light, shadows);
    }

    /** A camera that brings the face box of these marks exactly to its place. */
    private Camera aim(Framing framing) {
        Box unit = marks.box(new Camera(1, 0, 0, DISTANCE));
        double scale = framing.faceHeight() / unit.height();
        return new Camera(scale, framing.centreX() - scale * unit.centre().x(), framing.centreY()
                - scale * unit.centre().y(), DISTANCE);
    }

    Truth truth() {
        return new Truth(identity, marks.box(camera), marks.landmarks(camera), shot.pose());
    }

    /** Paints band by band; in a large picture the bands side by side on the processors at hand. */
    void paint(Canvas canvas) {
        float[] screen = screen();
        IntStream tops = IntStream.range(0, (canvas.height + BAND - 1) / BAND).map(band -> band * BAND);
        if (canvas.height > LARGE) {
            tops.parallel().forEach(top -> paintBand(canvas, screen, top, band(canvas)));
        } else {
            Visibility seen = band(canvas);
            tops.forEach(top -> paintBand(canvas, screen, top, seen));
        }
    }

    private Visibility band(Canvas canvas) {
        return new Visibility(fineness * canvas.width, fineness * BAND);
    }

    private float[] screen() {
        float[] screen = new float[3 * mesh.vertices()];
        for (int i = 0; i < screen.length; i += 3) {
            double z = mesh.position[i + 2];
            screen[i] = (float) (fineness * camera.x(mesh.position[i], z));
            screen[i + 1] = (float) (fineness * camera.y(mesh.position[i + 1], z));
            screen[i + 2] = (float) z;
        }
        return screen;
    }

    private void paintBand(Canvas canvas, float[] screen, int top, Visibility seen) {
        seen.clear();
        seen.draw(mesh, screen, fineness * top);
        Resolver resolver = new Resolver(mesh, seen, fineness,
                new Shader(body, hairline, shot, light, shadows), 1 / camera.scale());
        int rows = Math.min(BAND, canvas.height - top);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < canvas.width; x++) {
                resolver.resolve(x, y, canvas, top + y);
            }
        }
    }
}
