package org.faceunlock.evaluate;

/** What is compared with what; errors of one protocol say nothing of another's. */
public enum ComparisonProtocol {
    /** Each photo with each other photo. */
    PHOTO_TO_PHOTO("photo against photo"),
    /** Each photo with the template of a person's photos, its own left out: what a lock does. */
    PHOTO_TO_TEMPLATE("photo against template (each of a person's photos against the mean of the others)");

    private final String title;

    ComparisonProtocol(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
