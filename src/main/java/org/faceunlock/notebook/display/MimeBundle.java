package org.faceunlock.notebook.display;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One value in every form that a page may choose from: a form a MIME type, plain text always among them.
 *
 * <p>Text and HTML are strings, pictures the Base64 text of their bytes, JSON forms nested maps and lists. Immutable.
 */
public record MimeBundle(Map<String, Object> forms) {
    public static final String TEXT = "text/plain";
    public static final String HTML = "text/html";
    public static final String PNG = "image/png";
    public static final String JPEG = "image/jpeg";
    /** A value that a page had better not show at all, as the stream that printf returns. */
    public static final MimeBundle NOTHING = text("");

    /** Checks that plain text is there, so that no place is left without anything to show. */
    public MimeBundle {
        forms = Collections.unmodifiableMap(new LinkedHashMap<>(forms));
        if (!(forms.get(TEXT) instanceof String)) {
            throw new IllegalArgumentException("forms: expected a text/plain string among them, found " + forms.keySet()
                    + "; give every value a plain form");
        }
    }

    /** A value that has only plain text. */
    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of(TEXT, text));
    }

    /** A value as HTML, with the plain text for places without HTML; the caller has escaped what it quotes. */
    public static MimeBundle html(String html, String text) {
        return text(text).with(HTML, html);
    }

    /** This bundle with one more form, or another content for a form that it has. */
    public MimeBundle with(String type, Object content) {
        Map<String, Object> more = new LinkedHashMap<>(forms);
        more.put(Objects.requireNonNull(type, "type"), Objects.requireNonNull(content, "content"));
        return new MimeBundle(more);
    }

    /** Whether there is nothing to show: a page leaves such a value out. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }

    /** The plain text. */
    public String plain() {
        return (String) forms.get(TEXT);
    }

    /** A form's text, if the value has it. */
    public Optional<String> textOf(String type) {
        return Optional.ofNullable(forms.get(type)).filter(String.class::isInstance).map(String.class::cast);
    }

    /**
     * The value as HTML to put into a page that runs no program: its own HTML, else its picture, else its text.
     *
     * <p>Markdown and other forms are not converted; their plain text stands for them.
     */
    public String asHtml() {
        return textOf(HTML)
                .or(() -> picture(PNG)).or(() -> picture(JPEG))
                .orElseGet(() -> "<pre>" + Html.escape(plain()) + "</pre>");
    }

    private Optional<String> picture(String type) {
        return textOf(type).map(file -> "<img src=\"data:" + type + ";base64," + file + "\" alt=\""
                + Html.escape(plain()) + "\"/>");
    }
}
