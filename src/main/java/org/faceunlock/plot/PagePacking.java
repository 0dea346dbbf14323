package org.faceunlock.plot;

import com.google.gson.JsonArray;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Numbers as a page's script reads them: bit for bit, and a third of the length of their digits. Little-endian, as
 * JavaScript's typed arrays are on every machine that browsers run on.
 */
final class PagePacking {

    private PagePacking() {
    }

    static String doubles(DoubleStream values) {
        double[] all = values.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * all.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(all);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static String ints(IntStream values) {
        int[] all = values.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * all.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(all);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static JsonArray pair(double first, double second) {
        JsonArray pair = new JsonArray(2);
        pair.add(first);
        pair.add(second);
        return pair;
    }
}
