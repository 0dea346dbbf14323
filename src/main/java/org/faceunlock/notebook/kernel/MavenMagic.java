package org.faceunlock.notebook.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Fetches libraries with the Maven that is installed, by the settings, mirrors and cache of its user.
 *
 * <p>Maven's resolver as a library would be 25 more jars of 3.8 MB here; mvn itself is needed to build this program.
 */
final class MavenMagic implements Magic {
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.10.0";
    /** group:artifact[:type[:classifier]]:version, as Maven writes it. */
    private static final Pattern COORDINATES = Pattern.compile(
            "([\\w.-]+):([\\w.-]+):(?:([\\w.-]+):(?:([\\w.-]+):)?)?([\\w.+-]+)");

    private static final Pattern ERROR = Pattern.compile("\\[ERROR] (\\S.*?)(?: -> \\[Help 1])?\\R");

    private final Optional<Path> maven;

    /** Fetches with a certain mvn, if there is one. */
    MavenMagic(Optional<Path> maven) {
        this.maven = maven;
    }

    @Override
    public Optional<Object> run(String arguments, MagicSession session) throws Exception {
        List<Matcher> libraries = PathArguments.words(arguments).stream().map(COORDINATES::matcher).toList();
        if (libraries.isEmpty() || !libraries.stream().allMatch(Matcher::matches)) {
            throw new IllegalArgumentException("expected group:artifact:version, as in"
                    + " org.apache.commons:commons-text:1.12.0, found " + (arguments.isEmpty() ? "none" : arguments));
        }
        Path program = maven.orElseThrow(() -> new IllegalStateException("Maven is not installed here: found no mvn on"
                + " the PATH. Put the library's jar, and those that it needs, into a folder yourself (from"
                + " https://central.sonatype.com, for instance) and write %classpath folder/*.jar"));
        return StandardMagics.addToClassPath(session.call(() -> fetch(program, libraries)), session);
    }

    /** The mvn on the PATH. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank()).flatMap(folder -> Stream.of("mvn.cmd", "mvn")
                        .map(name -> Path.of(folder, name))).filter(Files::isExecutable).findFirst();
    }

    private static List<Path> fetch(Path maven, List<Matcher> libraries) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("maven");
        Path project = folder.resolve("pom.xml");
        Path found = folder.resolve("found");
        Path output = folder.resolve("output");
        try {
            Files.writeString(project, project(libraries));
            ProcessBuilder builder = new ProcessBuilder(maven.toString(), "-q", "-B", "-U", "-f", project.toString(),
                    PLUGIN + ":build-classpath", "-Dmdep.includeScope=runtime", "-Dmdep.outputFile=" + found)
                    .redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            finish(builder.start());
            if (!Files.exists(found)) {
                throw new IllegalStateException("Maven could not fetch it: " + ERROR.matcher(Files.readString(output))
                        .results().map(error -> error.group(1)).findFirst().orElse("it does not say why"));
            }
            return Arrays.stream(Files.readString(found).strip().split(File.pathSeparator)).map(Path::of).toList();
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private static void finish(Process process) throws InterruptedException {
        try {
            process.waitFor();
        } finally {
            process.destroy();
        }
    }

    private static String project(List<Matcher> libraries) {
        String dependencies = libraries.stream().map(library -> "<dependency>" + element("groupId", library.group(1))
                + element("artifactId", library.group(2)) + element("type", library.group(3))
                + element("classifier", library.group(4)) + element("version", library.group(5)) + "</dependency>")
                .collect(Collectors.joining());
        return "<project><modelVersion>4.0.0</modelVersion><groupId>notebook</groupId><artifactId>cell</artifactId>"
                + "<version>1</version><packaging>pom</packaging><dependencies>" + dependencies
                + "</dependencies></project>";
    }

    private static String element(String name, String text) {
        return text == null ? "" : "<" + name + ">" + text + "</" + name + ">";
    }
}
