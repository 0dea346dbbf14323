package org.faceunlock.cli;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A decision as it stands on the page.
 *
 * @param text its words
 * @param pictures its pictures, each its alternative text, a space and its bytes as an address: the photo, the crop,
 *        the nearest photo, the padlock
 */
record ShownDecision(String text, List<String> pictures) {
    private static final Pattern SIMILARITY = Pattern.compile("similarity (-?\\d\\.\\d{3}) is ");

    ShownDecision {
        pictures = List.copyOf(pictures);
    }

    /** The similarity that it tells; none where no face was compared. */
    OptionalDouble similarity() {
        Matcher matcher = SIMILARITY.matcher(text);
        return matcher.find() ? OptionalDouble.of(Double.parseDouble(matcher.group(1))) : OptionalDouble.empty();
    }

    /** Whether both its words and its padlock say that it is open; an error if they differ. */
    boolean unlocked() {
        boolean word = text.lines().map(String::strip).anyMatch("UNLOCKED"::equals);
        boolean otherWord = text.lines().map(String::strip).anyMatch("LOCKED"::equals);
        boolean padlock = has("open padlock");
        boolean otherPadlock = has("closed padlock");
        if (word == otherWord || padlock == otherPadlock || word != padlock) {
            throw new AssertionError("expected one outcome in word and picture, found " + text + " with padlock "
                    + (padlock ? "open" : otherPadlock ? "shut" : "missing"));
        }
        return word;
    }

    /** The picture with this alternative text. */
    String picture(String name) {
        return pictures.stream().filter(picture -> picture.startsWith(name + " ")).findFirst()
                .orElseThrow(() -> new AssertionError("expected a picture of " + name + ", found those of "
                        + pictures.stream().map(picture -> picture.substring(0, Math.min(20, picture.length())))
                        .toList()));
    }

    private boolean has(String name) {
        return pictures.stream().anyMatch(picture -> picture.startsWith(name + " "));
    }
}
