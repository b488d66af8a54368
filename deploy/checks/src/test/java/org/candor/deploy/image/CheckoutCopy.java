package org.candor.deploy.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.candor.tools.Repository;

/** A checkout in which Maven can build some modules anew without touching those of the build that is under way. */
final class CheckoutCopy implements AutoCloseable {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    private final Path folder;
    private final List<Path> links = new ArrayList<>();

    CheckoutCopy(Path folder) {
        this.folder = folder;
    }

    /** The sources of those modules; of the others only what they are and what was built of them. */
    void of(String... anew) throws IOException {
        copy(Path.of("mvnw"));
        copy(Path.of(".mvn"));
        module(Path.of(""), List.of(anew));
    }

    private void module(Path module, List<String> anew) throws IOException {
        copy(module.resolve("pom.xml"));
        if (anew.contains(module.toString())) {
            copy(module.resolve("src"));
        } else if (!module.toString().isEmpty() && Files.isDirectory(original(module.resolve("target")))) {
            links.add(Files.createSymbolicLink(
                    folder.resolve(module).resolve("target"), original(module.resolve("target"))));
        }
        String pom = Files.readString(original(module.resolve("pom.xml")));
        for (String below :
                MODULE.matcher(pom).results().map(found -> found.group(1)).toList()) {
            module(module.resolve(below), anew);
        }
    }

    /** Takes away what leads out of the folder, before somebody deletes it. */
    @Override
    public void close() throws IOException {
        for (Path link : links) {
            Files.delete(link);
        }
    }

    private void copy(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(original(path))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(Repository.root().relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static Path original(Path path) {
        return Repository.root().resolve(path);
    }
}
