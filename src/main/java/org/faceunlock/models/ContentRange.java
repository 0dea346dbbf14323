package org.faceunlock.models;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header that says which part of a file a server sends (RFC 9110, section 14.4).
 *
 * @param from the first byte sent; -1 when the header cannot be read
 * @param total the size of the whole file, when the server knows it
 */
record ContentRange(long from, OptionalLong total) {

    private static final Pattern FORM = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(?:(\\d{1,18})|\\*)");

    static ContentRange of(String header) {
        Matcher matcher = FORM.matcher(header.strip());
        if (!matcher.matches()) {
            return new ContentRange(-1, OptionalLong.empty());
        }
        OptionalLong total = matcher.group(2) == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(matcher.group(2)));
        return new ContentRange(Long.parseLong(matcher.group(1)), total);
    }
}
