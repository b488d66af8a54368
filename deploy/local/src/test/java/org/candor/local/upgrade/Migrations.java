package org.candor.local.upgrade;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candor.local.Checkout;
import org.candor.local.ServiceName;

/**
 * The migrations of a service and of the kit below it, oldest versions first.
 *
 * @param released those of the last release, with the ones that are repeated at each change
 * @param since those behind them
 */
record Migrations(List<Path> released, List<Path> since) {

    private static final Path ROOT = Checkout.find().root();
    private static final Pattern VERSION = Pattern.compile("V([0-9_]+)__.*");
    private static final Path KIT = ROOT.resolve("commons/service-kit/src/main/resources/db/kit");

    static Migrations of(ServiceName service) throws IOException {
        List<Path> released = new ArrayList<>();
        List<Path> since = new ArrayList<>();
        Path own = ROOT.resolve(service.module()).resolve("src/main/resources/db/migration");
        sort(KIT, line("kit"), released, since);
        sort(own, line(service.id()), released, since);
        return new Migrations(released, since);
    }

    /** The release at which the line is drawn. */
    static String release() throws IOException {
        return properties().getProperty("release");
    }

    private static void sort(Path folder, Set<String> line, List<Path> released, List<Path> since) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.sql")) {
            for (Path file : files) {
                Matcher name = VERSION.matcher(file.getFileName().toString());
                boolean old = !name.matches() || line.contains(name.group(1).replace('_', '.'));
                (old ? released : since).add(file);
            }
        }
        released.sort(null);
        since.sort(null);
    }

    private static Set<String> line(String name) throws IOException {
        return Set.of(properties().getProperty(name).split(","));
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(ROOT.resolve("deploy/upgrade/released-versions.properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
