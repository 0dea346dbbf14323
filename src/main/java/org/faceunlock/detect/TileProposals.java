package org.faceunlock.detect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The likely windows of a tile.
 *
 * @param places number of each window in its level, row by row
 * @param candidates the windows as boxes in the photo
 */
record TileProposals(long[] places, Candidates candidates) {

    /** The windows of all tiles in the order of the level, which decides between equal probabilities later. */
    static Candidates join(List<TileProposals> tiles) {
        Candidates joined = Candidates.join(tiles.stream().map(TileProposals::candidates).toList());
        if (tiles.size() == 1) {
            return joined;
        }
        long[] places = tiles.stream().flatMapToLong(tile -> Arrays.stream(tile.places())).toArray();
        return joined.select(IntStream.range(0, places.length).boxed()
                .sorted(Comparator.comparingLong(row -> places[row])).mapToInt(Integer::intValue).toArray());
    }
}
