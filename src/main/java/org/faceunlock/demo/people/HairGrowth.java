package org.faceunlock.demo.people;

import static org.faceunlock.demo.people.Smooth.mix;
import static org.faceunlock.demo.people.Smooth.squash;
import static org.faceunlock.demo.people.Smooth.step;

import java.util.SplittableRandom;

/**
 * The way a strand takes from its root: out of the skin, away from the parting, along the head at the height of its
 * layer, then down by its weight; curls wind around that way. Paths are x, y, z of successive points in head space.
 */
final class HairGrowth {

    private static final double CENTRE_Y = 1.6;
    private static final double CENTRE_Z = -0.4;

    private final HairTraits hair;
    private final FaceLayout face;
    private final double rx;
    private final double ry;
    private final double rz;
    private final int grain;

    HairGrowth(FaceLayout face) {
        this.face = face;
        this.hair = face.identity.hair();
        HeadTraits head = face.identity.head();
        this.rx = 7.6 * head.width();
        this.ry = head.top() - CENTRE_Y + 0.05;
        this.rz = 9.8 * head.depth();
        this.grain = face.identity.grain() + 3;
    }

    double[] grow(double x, double y, double z, double layer, SplittableRandom random) {
        double side = step(6.5, 2.5, y);
        double front = step(2.5, 6.5, z) * step(hair.hairline() + 3, hair.hairline() + 0.6, y);
        double low = step(1, -4, y) * step(9, 4, hair.length());
        double length = hair.length() * mix(1, hair.sides(), side) * (1 - 0.6 * low)
                * mix(0.72, 1.08, random.nextDouble());
        double fringe = front * hair.fringe();
        length = mix(length, Math.min(length, hair.hairline() - 1.5 + 1.6 * random.nextDouble()),
                step(0.45, 0.75, fringe));
        length = Math.max(0.2, length);
        double tight = hair.curl() * hair.curl();
        length = mix(length, Math.min(length, 0.6 + 2.2 * hair.volume()), step(0.5, 0.85, tight));
        int steps = (int) Smooth.clamp(3 + length * 0.75, 4, 18);
        double[] path = new double[3 * (steps + 1)];
        double[] p = {x, y, z};
        double[] d = start(p, layer, fringe, tight, random);
        double shell = 0.12 + hair.volume() * (0.15 + 0.85 * layer);
        double turn = 2 * Math.PI * (0.35 * random.nextDouble() + Noise.at(0.7 * x, 0.7 * y, 0.7 * z, grain));
        for (int i = 0; i <= steps; i++) {
            double t = i / (double) steps;
            double gone = length * t * (0.5 + 0.5 * t);
            double pace = length * (0.5 + t + 0.5 / steps) / steps;
            wind(path, 3 * i, p, d, gone, turn, tight);
            advance(p, d, pace, gone, shell, tight, random);
        }
        return path;
    }

    /**
     * The first direction: combed along the skin away from the parting and down at the sides, lifted a little off it.
     */
    private double[] start(double[] p, double layer, double fringe, double tight, SplittableRandom random) {
        double[] n = outward(p);
        double away = squash((p[0] - hair.part()) / 0.9) * step(4, 7.5, p[1]);
        double forward = mix(-0.7, 1.1, fringe) * step(-5, 6, p[2]);
        double low = step(8.5, 5, p[1]);
        double messy = 0.14 + 0.5 * tight + 0.16 * step(4, 1, hair.length());
        double[] d = {
            0.95 * away * mix(1, 0.3, fringe) + messy * (random.nextDouble() - 0.5)
                    + 0.35 * Noise.at(0.5 * p[0], 0.5 * p[2], grain),
            -0.2 - 0.9 * low + messy * (random.nextDouble() - 0.5),
            forward * (1 - 0.5 * low) + messy * (random.nextDouble() - 0.5)
            + 0.35 * Noise.at(0.5 * p[0], 0.5 * p[2], grain + 1)
        };
        double lift = 0.04 + mix(0.3, 0.1, step(3, 10, hair.length())) * layer + 1.7 * step(0.4, 0.85, tight)
                + 0.5 * step(2.5, 0.8, hair.length()) * step(-5, 1, p[1]);
        double rise = lift - (d[0] * n[0] + d[1] * n[1] + d[2] * n[2]);
        for (int k = 0; k < 3; k++) {
            d[k] += rise * n[k];
        }
        unit(d);
        return d;
    }

    /** One step along the strand: weight pulls it down, the layer below holds it up. */
    private void advance(double[] p, double[] d, double pace, double gone, double shell, double tight,
            SplittableRandom random) {
        double weight = pace * mix(0.16, 0.03, step(0.3, 0.8, tight)) * (0.6 + 0.08 * gone);
        double wander = 0.10 * (random.nextDouble() - 0.5) * (0.6 + 2.2 * tight);
        d[0] += wander + 0.10 * Noise.at(0.4 * p[0], 0.4 * p[1], 0.4 * p[2], grain + 5) * pace * 0.5;
        d[1] -= weight;
        d[2] += wander + 0.10 * Noise.at(0.4 * p[0], 0.4 * p[1], 0.4 * p[2], grain + 6) * pace * 0.5;
        if (p[1] < -13) {
            d[2] += 0.10 * pace * (p[2] > -1 ? 1 : -1);
        }
        unit(d);
        for (int k = 0; k < 3; k++) {
            p[k] += d[k] * pace;
        }
        double lifted = shell * step(0, 1.2 + 0.8 * shell, gone + pace);
        hold(p, d, lifted, 1 - step(0.25, 0.6, tight));
    }

    /** Pushes a point out of the head and of the hair that lies below it, and bends the way along it. */
    private void hold(double[] p, double[] d, double shell, double smooth) {
        double dy = p[1] - CENTRE_Y;
        double flat = dy < 0 ? 0.3 : 1;
        double u = p[0] / (rx + shell);
        double v = dy * flat / (ry + shell);
        double w = (p[2] - CENTRE_Z) / (rz + shell);
        double r2 = u * u + v * v + w * w;
        if (p[1] < (r2 >= 1 ? 2.5 : -11)) {
            return;
        }
        double scale = r2 < 1 ? 1 / Math.sqrt(r2) : mix(1, 1 / Math.sqrt(r2), 0.7 * smooth);
        p[0] *= scale;
        p[1] = dy > 0 ? CENTRE_Y + dy * scale : p[1];
        p[2] = CENTRE_Z + (p[2] - CENTRE_Z) * scale;
        double[] n = outward(p);
        double into = d[0] * n[0] + d[1] * n[1] + d[2] * n[2];
        if (into < 0) {
            for (int k = 0; k < 3; k++) {
                d[k] -= into * n[k];
            }
            unit(d);
        }
    }

    /** Writes a point of the path: the way itself plus the curl around it. */
    private void wind(double[] path, int at, double[] p, double[] d, double gone, double turn, double tight) {
        double amplitude = (0.06 + 0.62 * hair.curl() * hair.curl()) * step(0, 3, gone) * (hair.length() > 2 ? 1 : 0.3);
        double phase = turn + gone * mix(0.55, 2.1, tight);
        double a = amplitude * StrictMath.cos(phase);
        double b = amplitude * StrictMath.sin(phase);
        double s = 1 / Math.sqrt(d[0] * d[0] + d[1] * d[1] + 1e-6);
        path[at] = p[0] + a * -d[1] * s;
        path[at + 1] = p[1] + a * d[0] * s;
        path[at + 2] = p[2] + b;
    }

    /** Whether a strand hangs before the eyes or lower in the face. */
    boolean veils(double[] path) {
        double limit = hair.fringe() > 0.55 ? 0.9 : Math.max(0.9, hair.hairline() - 2.4);
        for (int at = 0; at < path.length; at += 3) {
            double reach = path[at + 1] > -2 ? 5.4 : 5.8;
            if (path[at + 1] < limit && path[at + 2] > 4.5 && Math.abs(path[at]) < reach && path[at + 1] > -14) {
                return true;
            }
        }
        return false;
    }

    double[] whisker(double x, double y, double z, double length, boolean upper, SplittableRandom random) {
        int steps = length < 1 ? 2 : 5;
        double[] path = new double[3 * (steps + 1)];
        double[] p = {x, y, z};
        double aside = x < 0 ? -1 : 1;
        double[] d = upper
                ? new double[] {aside * (0.25 + 0.22 * Math.abs(x)), -0.75, 0.5}
                : new double[] {0.1 * x, -0.7, 0.75 * step(-1, 7, z) + 0.1};
        d[0] += 0.7 * (random.nextDouble() - 0.5);
        d[1] += 0.5 * (random.nextDouble() - 0.5);
        d[2] += 0.4 * (random.nextDouble() - 0.5);
        unit(d);
        double curl = 0.5 * hair.curl() + 0.25;
        for (int i = 0; i <= steps; i++) {
            System.arraycopy(p, 0, path, 3 * i, 3);
            d[0] += curl * (random.nextDouble() - 0.5) - 0.04 * x * length / steps;
            d[1] -= 0.3 * length / steps;
            d[2] += curl * (random.nextDouble() - 0.5);
            unit(d);
            for (int k = 0; k < 3; k++) {
                p[k] += d[k] * length / steps;
            }
        }
        return path;
    }

    private double[] outward(double[] p) {
        double dy = p[1] - CENTRE_Y;
        double[] n = {p[0] / (rx * rx), (dy < 0 ? 0.1 : 1) * dy / (ry * ry), (p[2] - CENTRE_Z) / (rz * rz)};
        unit(n);
        return n;
    }

    private static void unit(double[] v) {
        double inverse = 1 / Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] + 1e-12);
        v[0] *= inverse;
        v[1] *= inverse;
        v[2] *= inverse;
    }
}
