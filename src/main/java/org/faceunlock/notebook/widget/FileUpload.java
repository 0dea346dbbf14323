package org.faceunlock.notebook.widget;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A button through which photos come from the user's machine.
 *
 * <p>Files of more than {@value #MOST_MEGABYTES} MB together are refused, and the button says why. Their bytes
 * stay in the kernel: to a page that is loaded anew only names and sizes are sent.
 */
public final class FileUpload extends ValueWidget<List<UploadedFile>> {
    /** The largest upload, all files together; the notebook command sets the server so that this much arrives. */
    public static final int MOST_MEGABYTES = 50;
    private static final String VALUE = "value";
    private static final String ERROR = "error";
    private volatile List<UploadedFile> files = List.of();

    /**
     * An upload button.
     *
     * @param accept what the file dialogue offers, as "image/*" or ".jpg,.png"; "" for everything
     */
    public FileUpload(String description, String accept, boolean multiple) {
        super(ModelKind.control("FileUpload"), Style.button(), description, VALUE);
        initial("accept", accept);
        initial("button_style", "");
        initial(ERROR, "");
        initial("icon", "upload");
        initial("multiple", multiple);
        initial(VALUE, List.of());
    }

    /** The files of the last upload; empty before the first. */
    @Override
    public List<UploadedFile> value() {
        return files;
    }

    /** Takes files as if they had been uploaded. */
    @Override
    public void value(List<UploadedFile> uploaded) {
        List<UploadedFile> accepted = accepted(uploaded);
        if (!accepted.equals(files)) {
            files = accepted;
            changed(Set.of(VALUE));
        }
    }

    private List<UploadedFile> accepted(List<UploadedFile> uploaded) {
        long bytes = uploaded.stream().mapToLong(UploadedFile::size).sum();
        boolean tooMuch = bytes > MOST_MEGABYTES * 1_000_000L;
        String size = String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
        set(ERROR, tooMuch ? "%s are too much; at most %s MB".formatted(size, MOST_MEGABYTES) : "");
        if (tooMuch) {
            throw new IllegalArgumentException(
                    "uploaded: expected at most %s MB, found %s; upload fewer or smaller photos"
                            .formatted(MOST_MEGABYTES, size));
        }
        return List.copyOf(uploaded);
    }

    @Override
    Object fromPage(String key, Object value) {
        if (!VALUE.equals(key)) {
            return value;
        }
        files = accepted(CommCodec.listAt(value).stream().map(UploadedFile::from).toList());
        return files.stream().map(file -> Map.of("name", file.name(), "size", file.size(),
                "last_modified", file.lastModified().toEpochMilli())).toList();
    }

    @Override
    boolean isEchoed(String key) {
        return !VALUE.equals(key);
    }

    @Override
    String valueText() {
        return files.isEmpty() ? "nothing yet"
                : files.stream().map(UploadedFile::toString).collect(Collectors.joining("; "));
    }
}
