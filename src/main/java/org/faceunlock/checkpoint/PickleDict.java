package org.faceunlock.checkpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Python dict or OrderedDict while a pickle is read: entries in order, found by name. Entries under numbers, as
 * optimisers write them, are counted and dropped, since no parameter is called by one; other keys and a name that comes
 * twice are refused. Not thread-safe.
 */
final class PickleDict {

    private final Map<String, Object> entries = new LinkedHashMap<>();
    private int numbered;

    void put(Object key, Object value) {
        if (key instanceof Number) {
            numbered++;
        } else if (!(key instanceof String)) {
            throw new CheckpointException("has a dict with a key that is neither text nor a number");
        } else if (entries.containsKey(key)) {
            throw new CheckpointException("names " + CheckpointException.quoted((String) key) + " twice");
        } else {
            entries.put((String) key, value);
        }
    }

    /** The named entries, in order; a value may be null, for Python's None. */
    Map<String, Object> entries() {
        return Collections.unmodifiableMap(entries);
    }

    /** How many entries were dropped because their key was a number. */
    int numbered() {
        return numbered;
    }

    boolean isEmpty() {
        return entries.isEmpty() && numbered == 0;
    }
}
