package org.candor.kit.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.EnvConfigSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Refuses to start with a setting that nobody reads: whoever mistypes a name would believe that it holds. Known is what this
 * service's own files set, and {@code known-settings.txt}, which names the settings of all services: an installation may give
 * each of them the same environment.
 */
@ApplicationScoped
class UnknownSettings {

    /** The ordinal of a packaged application.properties; what comes from outside stands above. */
    private static final int PACKAGED = 250;

    /** What the test kit remembers in the JVM's system properties. */
    private static final String OF_TESTS = "candor.test.";

    private static final Pattern VARIABLE = Pattern.compile("CANDOR_[A-Z0-9_]+");
    private static final int BEFORE_ALL_OTHERS = 1;

    void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start, Config config) {
        KnownSettings known = new KnownSettings(
                Stream.concat(ofThisService(config), ofAllServices()).toList());
        Set<String> unknown = new TreeSet<>(sources(config, false)
                .flatMap(UnknownSettings::names)
                .filter(KnownSettings::isOurs)
                .filter(name -> !isOfTests(name) && !known.knows(name))
                .toList());
        if (!unknown.isEmpty()) {
            String told = unknown.stream().map(name -> told(name, known)).collect(Collectors.joining(" "));
            throw new ConfigurationException(told + " deploy/CONFIGURATION.md lists every setting.", unknown);
        }
    }

    /** The keys of the packaged files, and the variables that stand in their values. */
    private static Stream<String> ofThisService(Config config) {
        return sources(config, true)
                .flatMap(source -> source.getPropertyNames().stream()
                        .flatMap(name -> Stream.concat(Stream.of(name), variables(source.getValue(name)))));
    }

    /** A variable may be listed a second time, as the key that it could stand for. */
    private static Stream<String> names(ConfigSource source) {
        Stream<String> names = source.getPropertyNames().stream();
        return source instanceof EnvConfigSource ? names.map(KnownSettings::asVariable) : names;
    }

    private static Stream<String> variables(String value) {
        return value == null ? Stream.of() : VARIABLE.matcher(value).results().map(MatchResult::group);
    }

    private static Stream<ConfigSource> sources(Config config, boolean packaged) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(source -> source.getOrdinal() <= PACKAGED == packaged);
    }

    private static boolean isOfTests(String name) {
        return LaunchMode.current() == LaunchMode.TEST && name.startsWith(OF_TESTS);
    }

    private static String told(String name, KnownSettings known) {
        return known.nearest(name)
                .map(nearest -> "Unknown setting %s: did you mean %s?".formatted(name, nearest))
                .orElse("Unknown setting " + name + ".");
    }

    private static Stream<String> ofAllServices() {
        try (InputStream list = UnknownSettings.class.getResourceAsStream("known-settings.txt")) {
            return List.of(new String(list.readAllBytes(), UTF_8).split("\n")).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
