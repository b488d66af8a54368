package org.candor.local;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options after a command.
 *
 * @param directory {@code --dir}: another folder than {@code .candor}
 * @param portOffset {@code --port-offset}: added to each default port
 * @param services {@code --services}: those to start, all when empty
 * @param replicas {@code --replicas}: processes of each service
 * @param yes {@code --yes}: do not ask
 * @param backup the folder of a back-up: the one argument that is no option
 * @param keys {@code --keys}: the folder of its keys
 * @param service {@code --service}: the one to restore, all when empty
 * @param until {@code --until}: restore what was there at that instant, the newest when empty
 */
public record Options(
        Optional<Path> directory,
        int portOffset,
        List<ServiceName> services,
        int replicas,
        boolean yes,
        Optional<Path> backup,
        Optional<Path> keys,
        Optional<ServiceName> service,
        Optional<Instant> until) {

    private static final String KNOWN =
            "; known are --dir FOLDER, --port-offset N, --services a,b, --replicas N and --yes,"
                    + " and for back-ups --keys FOLDER, --service NAME and --until INSTANT";

    /** Reads the options; throws {@link IllegalArgumentException} with a sentence for the user. */
    public static Options parse(List<String> arguments) {
        Optional<Path> directory = Optional.empty();
        int offset = 0;
        List<ServiceName> services = List.of(ServiceName.values());
        int replicas = 1;
        boolean yes = false;
        Optional<Path> backup = Optional.empty();
        Optional<Path> keys = Optional.empty();
        Optional<ServiceName> service = Optional.empty();
        Optional<Instant> until = Optional.empty();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--dir" -> directory = Optional.of(Path.of(value(option, rest)));
                case "--port-offset" -> offset = number(option, value(option, rest));
                case "--services" -> services = services(value(option, rest));
                case "--replicas" -> replicas = number(option, value(option, rest));
                case "--yes" -> yes = true;
                case "--keys" -> keys = Optional.of(Path.of(value(option, rest)));
                case "--service" -> service = Optional.of(service(value(option, rest)));
                case "--until" -> until = Optional.of(instant(option, value(option, rest)));
                default -> {
                    if (option.startsWith("-") || backup.isPresent()) {
                        throw new IllegalArgumentException("Unknown option " + option + KNOWN);
                    }
                    backup = Optional.of(Path.of(option));
                }
            }
        }
        return new Options(directory, offset, services, replicas, yes, backup, keys, service, until);
    }

    public StackSettings settings(Map<String, String> environment) {
        StackSettings usual = StackSettings.usual();
        Ports ports = usual.ports().plus(portOffset).overriddenBy(environment);
        return usual.directory(directory.orElse(usual.directory()))
                .ports(ports)
                .services(services.toArray(ServiceName[]::new))
                .replicas(replicas);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static int number(String option, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a number, not " + value, e);
        }
    }

    private static List<ServiceName> services(String names) {
        List<ServiceName> services = new ArrayList<>();
        if (names.isBlank()) {
            return services;
        }
        for (String name : names.split(",")) {
            services.add(service(name.strip()));
        }
        return services;
    }

    private static ServiceName service(String name) {
        return ServiceName.named(name).orElseThrow(() -> new IllegalArgumentException("There is no service " + name));
    }

    private static Instant instant(String option, String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    option + " needs an instant such as 2026-12-01T02:00:00Z, not " + value, e);
        }
    }
}
