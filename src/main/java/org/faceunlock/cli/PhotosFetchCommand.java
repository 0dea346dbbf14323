package org.faceunlock.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.faceunlock.models.ArticlePhotos;
import org.faceunlock.models.Fetcher;
import org.faceunlock.models.RemoteFile;
import org.faceunlock.models.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Downloads the photos of the article. */
@Command(name = "fetch",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads a set of photos, checks each, and prints the folders they are in.",
            "",
            "'article' is the twelve photos of \"Face Unlock with 2D Data\": eight of three people in faces/, four"
                    + " attempts in faces_test/ (1.1 MB).",
            ArticlePhotos.OWNERSHIP,
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./face-unlock photos fetch article",
            "  ./face-unlock photos fetch article --to /tmp/article"
        })
final class PhotosFetchCommand implements Runnable {

    /** The sets of photos that can be fetched. */
    enum PhotoSet {
        ARTICLE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A set as a user types it. */
    static final class PhotoSetConverter implements ITypeConverter<PhotoSet> {

        @Override
        public PhotoSet convert(String value) {
            return Arrays.stream(PhotoSet.values()).filter(set -> set.toString().equals(value)).findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no set '" + value + "'; there is "
                            + Arrays.toString(PhotoSet.values())));
        }
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SET", converter = PhotoSetConverter.class,
            description = "Which photos: ${COMPLETION-CANDIDATES}.")
    private PhotoSet set;

    @Option(names = "--to", paramLabel = "DIR", defaultValue = "photos",
            description = "The folder to put them in (default: ${DEFAULT-VALUE}, which git ignores here).")
    private Path folder;

    @Override
    public void run() {
        List<RemoteFile> files = switch (set) {
            case ARTICLE -> ArticlePhotos.files();
        };
        PrintWriter err = spec.commandLine().getErr();
        new Fetcher(Source.all(), new FetchProgress(err)).fetch(folder, files);
        files.stream().map(file -> folder.resolve(Path.of(file.path()).getName(0))).distinct()
                .forEach(spec.commandLine().getOut()::println);
        err.println(ArticlePhotos.OWNERSHIP);
    }
}
