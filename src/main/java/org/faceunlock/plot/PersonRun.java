package org.faceunlock.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring faces of one person.
 *
 * @param person whose they are
 * @param first index of the first face
 * @param end index after the last face
 */
record PersonRun(String person, int first, int end) {

    /** The runs in order; a person who comes again later has another run. */
    static List<PersonRun> of(List<String> people) {
        List<PersonRun> runs = new ArrayList<>();
        int first = 0;
        for (int index = 1; index <= people.size(); index++) {
            if (index == people.size() || !people.get(index).equals(people.get(first))) {
                runs.add(new PersonRun(people.get(first), first, index));
                first = index;
            }
        }
        return runs;
    }
}
