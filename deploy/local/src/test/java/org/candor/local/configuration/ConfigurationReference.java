package org.candor.local.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.local.ServiceName;
import org.candor.local.configuration.PropertiesFile.Line;
import org.candor.local.configuration.ReadSettings.Use;

/** Every setting of the five services, as their sources read and their files set it. */
final class ConfigurationReference {

    private static final String ALL = "all services";
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|PASSPHRASE|SECRET).*|CANDOR_KEYSET");

    /**
     * What the launcher and its tests are told, and whoever starts them gives to their processes, too; and the address of
     * notification-service, which stands beside the other four although nobody asks it.
     */
    private static final Set<String> READ_BY_NO_SERVICE =
            Set.of("CANDOR_PORT_*", "CANDOR_JDK_ROOT", "CANDOR_BENCH_PEOPLE", "CANDOR_NOTIFICATION_URL");

    private static final Pattern OF_THE_WITNESS = Pattern.compile("\"(CANDOR_WITNESS_[A-Z_]+)\"");
    private static final Set<String> SECRET_FILES =
            Set.of("CANDOR_KEYSET_FILE", "CANDOR_SFTP_KEY_FILE", "CANDOR_TLS_KEY", "CANDOR_TRAIL_KEY_FILE");

    /** A key {@code candor.…}. */
    record Setting(String key, String type, Optional<String> value, Set<String> variables, String meaning) {}

    /** A variable {@code CANDOR_…} and the services that take it. */
    record Variable(String name, Set<String> services, Optional<String> value, String meaning) {}

    private final Map<String, List<Setting>> settings = new LinkedHashMap<>();
    private final Map<String, Variable> variables = new TreeMap<>();
    private final Set<String> mistakes = new TreeSet<>();
    private final Map<String, Use> uses;
    private final Set<String> ofTheWitness = new TreeSet<>();

    private ConfigurationReference(Map<String, Use> uses) {
        this.uses = uses;
    }

    static ConfigurationReference of(Path checkout) throws IOException {
        Map<String, Path> sources = new LinkedHashMap<>();
        sources.put(ALL, checkout.resolve("commons/service-kit/src/main"));
        for (ServiceName service : ServiceName.values()) {
            sources.put(service.id(), checkout.resolve(service.module()).resolve("src/main"));
        }
        Map<String, Use> uses = new TreeMap<>();
        for (Path main : sources.values()) {
            uses.putAll(ReadSettings.of(main.resolve("java")));
        }
        ConfigurationReference reference = new ConfigurationReference(uses);
        sources.forEach((service, main) -> reference.read(service, lines(service, main)));
        reference.findUnset();
        reference.readWitness(checkout.resolve("audit-service/witness/src/main/java"));
        return reference;
    }

    private static List<Line> lines(String service, Path main) {
        String file = service.equals(ALL) ? "META-INF/microprofile-config.properties" : "application.properties";
        return PropertiesFile.read(main.resolve("resources").resolve(file));
    }

    /** What is read and set nowhere, set and read nowhere, or has no meaning. */
    Set<String> mistakes() {
        return mistakes;
    }

    /** One name a line: what a service may be given. */
    String knownSettings() {
        Stream<String> set = settings.values().stream().flatMap(List::stream).map(Setting::key);
        Stream<String> openEnded = uses.keySet().stream().filter(ConfigurationReference::isOpenEnded);
        return Stream.of(
                        set, openEnded, variables.keySet().stream(), READ_BY_NO_SERVICE.stream(), ofTheWitness.stream())
                .flatMap(names -> names)
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n", "", "\n"));
    }

    String markdown() {
        StringBuilder page = new StringBuilder(Words.HEAD);
        page.append(Words.VARIABLES);
        variables
                .values()
                .forEach(variable -> page.append(row(
                        "`" + variable.name() + "`",
                        variable.services().contains(ALL) ? ALL : String.join(", ", variable.services()),
                        variable.value().map(ConfigurationReference::code).orElse("must be set"),
                        secret(variable.name()),
                        variable.meaning())));
        settings.forEach((service, list) -> {
            page.append(Words.SETTINGS.formatted(service));
            list.forEach(setting -> page.append(row(
                    "`" + setting.key() + "`",
                    setting.type(),
                    setting.value().map(ConfigurationReference::code).orElse("must be set"),
                    setting.variables().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", ")),
                    setting.meaning())));
        });
        return page.toString();
    }

    private void read(String service, List<Line> lines) {
        Set<String> quoted = lines.stream()
                .flatMap(line -> Placeholder.in(line.value()).stream())
                .map(Placeholder::name)
                .collect(Collectors.toSet());
        List<Setting> found = new ArrayList<>();
        for (Line line : lines) {
            Optional<Use> use = use(line.key());
            String meaning = meaning(use, line.comment());
            addVariables(service, line, meaning);
            if (line.key().startsWith("candor.")) {
                check(service, line.key(), use.isPresent() || quoted.contains(line.key()), meaning);
                found.add(new Setting(
                        line.key(),
                        use.map(Use::type).orElse("text"),
                        Placeholder.withoutVariables(line.value()),
                        ofOurs(line),
                        meaning));
            }
        }
        settings.put(service, found);
    }

    private void check(String service, String key, boolean isRead, String meaning) {
        if (!isRead) {
            mistakes.add(key + " of " + service + " is read nowhere");
        }
        if (meaning.isEmpty()) {
            mistakes.add(key + " of " + service + " has neither Javadoc nor a comment above it");
        }
    }

    /** It is no service and reads its environment itself; see its README. */
    private void readWitness(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                OF_THE_WITNESS
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(found -> ofTheWitness.add(found.group(1)));
            }
        }
    }

    private void findUnset() {
        Set<String> set = settings.values().stream()
                .flatMap(List::stream)
                .map(Setting::key)
                .collect(Collectors.toSet());
        uses.keySet().stream()
                .filter(key -> !isOpenEnded(key) && !set.contains(key))
                .forEach(key -> mistakes.add(key + " is read and stands in no file"));
    }

    private static boolean isOpenEnded(String key) {
        return key.endsWith(".*");
    }

    private Optional<Use> use(String key) {
        return Optional.ofNullable(uses.get(key))
                .or(() -> Optional.ofNullable(uses.get(key.replaceFirst("\\.[^.]*$", ".*"))));
    }

    private static String meaning(Optional<Use> use, String comment) {
        String told = use.map(Use::meaning).orElse("");
        return told.isEmpty() || comment.isEmpty() ? told + comment : told + " " + comment;
    }

    private void addVariables(String service, Line line, String meaning) {
        for (Placeholder placeholder : Placeholder.in(line.value())) {
            if (placeholder.isVariable()) {
                Optional<String> value = placeholder
                        .fallback()
                        .map(text -> Placeholder.withoutVariables(text).orElse(text));
                variables.merge(
                        placeholder.name(),
                        new Variable(placeholder.name(), new TreeSet<>(Set.of(service)), value, meaning),
                        ConfigurationReference::both);
            }
        }
    }

    private static Variable both(Variable one, Variable other) {
        Set<String> services = new TreeSet<>(one.services());
        services.addAll(other.services());
        return new Variable(
                one.name(),
                services,
                one.value().filter(value -> other.value().isPresent()),
                one.meaning().isEmpty() ? other.meaning() : one.meaning());
    }

    /** Variables of which nothing says what they are for. */
    Set<String> withoutMeaning() {
        return variables.values().stream()
                .filter(variable -> variable.meaning().isEmpty())
                .map(Variable::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofOurs(Line line) {
        return Placeholder.in(line.value()).stream()
                .filter(Placeholder::isVariable)
                .map(Placeholder::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String secret(String name) {
        return SECRET.matcher(name).matches() ? "yes" : SECRET_FILES.contains(name) ? "the file is" : "";
    }

    private static String code(String value) {
        return value.isEmpty() ? "" : "`" + value + "`";
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.replace("|", "\\|").replace("<", "&lt;"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Writes both files; the test says when that is needed. */
    void write(Path checkout) throws IOException {
        Files.writeString(page(checkout), markdown());
        Files.writeString(list(checkout), knownSettings());
    }

    static Path page(Path checkout) {
        return checkout.resolve("deploy/CONFIGURATION.md");
    }

    static Path list(Path checkout) {
        return checkout.resolve("commons/service-kit/src/main/resources/org/candor/kit/config/known-settings.txt");
    }
}
