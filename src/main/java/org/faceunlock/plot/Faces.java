package org.faceunlock.plot;

import java.util.Collections;
import java.util.List;
import org.faceunlock.image.FaceSet;
import org.faceunlock.image.PhotoResult;
import org.faceunlock.image.RgbImage;

/**
 * The faces of a figure in order, with what is known about each: its picture, its person, its file. Immutable.
 *
 * @param pictures one a face, or empty when there are none to show
 * @param people one a face; empty text where the person is not known
 * @param files one a face; empty text where there is no name to show
 */
record Faces(List<RgbImage> pictures, List<String> people, List<String> files) {

    Faces {
        pictures = List.copyOf(pictures);
        people = List.copyOf(people);
        files = List.copyOf(files);
    }

    /** This many faces about which nothing is known. */
    static Faces unknown(int count) {
        List<String> blank = Collections.nCopies(count, "");
        return new Faces(List.of(), blank, blank);
    }

    /** What is known of the photos that have a face. */
    static Faces of(FaceSet photos) {
        return unknown(photos.crops().size()).with(photos);
    }

    Faces with(FaceSet photos) {
        FaceSet found = photos.faces();
        return withPictures(found.crops()).withPeople(found.stream().map(PhotoResult::person).toList())
                .withFiles(found.labels());
    }

    Faces withPictures(List<RgbImage> given) {
        return new Faces(checked("faces", given), people, files);
    }

    Faces withPeople(List<String> given) {
        return new Faces(pictures, checked("people", given), files);
    }

    Faces withFiles(List<String> given) {
        return new Faces(pictures, people, checked("files", given));
    }

    /** Those of a sample. */
    Faces only(FaceSample sample) {
        return new Faces(hasPictures() ? sample.of(pictures) : pictures, sample.of(people), sample.of(files));
    }

    int count() {
        return people.size();
    }

    boolean hasPictures() {
        return !pictures.isEmpty();
    }

    boolean hasPeople() {
        return people.stream().anyMatch(person -> !person.isBlank());
    }

    boolean hasFiles() {
        return files.stream().anyMatch(file -> !file.isBlank());
    }

    /** The person's name for a legend or a bracket, which needs something to show. */
    static String nameOf(String person) {
        return person.isBlank() ? "no name" : person;
    }

    private <T> List<T> checked(String argument, List<T> given) {
        if (given.size() != count()) {
            throw new IllegalArgumentException("%s: expected %s, one for each face of the figure, found %s"
                    .formatted(argument, count(), given.size()));
        }
        return given;
    }
}
