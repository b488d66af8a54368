package org.candor.deploy;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candor.tools.Repository;

/** What the sources of a service say about what it needs. */
record Code(String service) {

    static final List<String> SERVICES = List.of("intake", "investigation", "breach", "notification", "audit");

    private static final String KIT = "commons/service-kit/src/main/resources/META-INF/microprofile-config.properties";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(CANDOR_[A-Z_]+)(:?)");
    private static final Pattern PEER = Pattern.compile("@RegisterRestClient\\(configKey = \"([a-z]+)\"\\)");

    private static final Pattern OPENS =
            Pattern.compile("new (Socket|JSch)\\(|HttpClient\\.new|WebClient\\.create|SocketChannel\\.open"
                    + "|create(Http|Net)Client\\(|\\.openConnection\\(");

    private static final Pattern WRITES = Pattern.compile(
            "Files\\.(write|newOutputStream|newBufferedWriter|copy|move|create)|new (FileOutputStream|FileWriter|RandomAccessFile)\\(");

    String module() {
        return service.equals("audit") ? "audit-service/app" : service + "-service";
    }

    /** Every variable that the service reads. */
    Set<String> variables() {
        return variables(true);
    }

    /** Those without which it does not start; a variable inside another's default is needed as little as that. */
    Set<String> required() {
        return variables(false);
    }

    private Set<String> variables(boolean optionalToo) {
        Set<String> names = new TreeSet<>();
        settings().forEach((key, value) -> {
            Matcher variable = VARIABLE.matcher(value);
            while (variable.find()) {
                boolean required = variable.group(2).isEmpty()
                        && !key.startsWith("%")
                        && !value.substring(0, variable.start()).contains("${CANDOR_");
                if (optionalToo || required) {
                    names.add(variable.group(1));
                }
            }
        });
        return names;
    }

    /** The topics that it reads. */
    Set<String> consumes() {
        return values(".topics")
                .flatMap(topics -> Stream.of(topics.split(",")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The groups in which it reads them. */
    Set<String> groups() {
        return values(".group.id")
                .map(group -> group.replace("${quarkus.application.name}", service))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The services that it calls. */
    Set<String> calls() {
        Set<String> called = new TreeSet<>();
        for (String source : sources()) {
            PEER.matcher(source).results().map(peer -> peer.group(1)).forEach(called::add);
            if (source.contains("import org.candor.kit.keeping.")) {
                called.add("audit");
            }
        }
        return called;
    }

    /** Its classes that open connections themselves, and not through an extension whose address is a setting. */
    Set<String> opens() {
        return having(OPENS, module());
    }

    static Set<String> kitOpens() {
        return having(OPENS, "commons/service-kit");
    }

    /** Its classes that write files themselves; a form's files are the server's. */
    Set<String> writes() {
        return having(WRITES, module());
    }

    static Set<String> kitWrites() {
        return having(WRITES, "commons/service-kit");
    }

    private static Set<String> having(Pattern what, String module) {
        return files(module).stream()
                .filter(file -> what.matcher(Repository.text(file.toString())).find())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The variable that tells others where a service is. */
    static String addressOf(String service) {
        return "CANDOR_" + service.toUpperCase(Locale.ROOT) + "_URL";
    }

    boolean has(String setting) {
        return settings().containsKey(setting);
    }

    /** The variables of the witness, which is no service and reads its environment itself. */
    static Set<String> witnessVariables() {
        return Pattern.compile("\"(CANDOR_WITNESS_[A-Z_]+)\"")
                .matcher(Repository.text("audit-service/witness/src/main/java/org/candor/witness/Witness.java"))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The metrics of all services, as Prometheus names them; each service's MetricsTest holds its list against what it shows. */
    static Set<String> metrics() {
        return SERVICES.stream()
                .flatMap(name -> Repository.text(new Code(name).module() + "/src/test/resources/metrics.txt")
                        .lines())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> values(String ending) {
        return settings().entrySet().stream()
                .filter(setting -> setting.getKey().startsWith("mp.messaging.incoming.")
                        && setting.getKey().endsWith(ending))
                .map(Map.Entry::getValue);
    }

    /** The kit's settings and the service's, which win; those of development and tests are left out. */
    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String file : List.of(KIT, module() + "/src/main/resources/application.properties")) {
            properties(file).forEach((key, value) -> {
                if (!key.toString().matches("%(dev|test|dev,test)\\..*")) {
                    settings.put(key.toString(), value.toString());
                }
            });
        }
        return settings;
    }

    private List<String> sources() {
        return files(module()).stream()
                .map(file -> Repository.text(file.toString()))
                .toList();
    }

    private static Properties properties(String file) {
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Repository.text(file)));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String module) {
        try (Stream<Path> files = Files.walk(Repository.path(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
