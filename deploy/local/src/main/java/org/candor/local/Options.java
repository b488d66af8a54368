package org.candor.local;

import java.nio.file.Path;
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
 * @param yes {@code --yes}: do not ask
 */
public record Options(Optional<Path> directory, int portOffset, List<ServiceName> services, boolean yes) {

    /** Reads the options; throws {@link IllegalArgumentException} with a sentence for the user. */
    public static Options parse(List<String> arguments) {
        Optional<Path> directory = Optional.empty();
        int offset = 0;
        List<ServiceName> services = List.of(ServiceName.values());
        boolean yes = false;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--dir" -> directory = Optional.of(Path.of(value(option, rest)));
                case "--port-offset" -> offset = number(option, value(option, rest));
                case "--services" -> services = services(value(option, rest));
                case "--yes" -> yes = true;
                default ->
                    throw new IllegalArgumentException("Unknown option " + option
                            + "; known are --dir FOLDER, --port-offset N, --services a,b and --yes");
            }
        }
        return new Options(directory, offset, services, yes);
    }

    public StackSettings settings(Map<String, String> environment) {
        StackSettings usual = StackSettings.usual();
        Ports ports = usual.ports().plus(portOffset).overriddenBy(environment);
        return usual.directory(directory.orElse(usual.directory()))
                .ports(ports)
                .services(services.toArray(ServiceName[]::new));
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
            services.add(ServiceName.named(name.strip())
                    .orElseThrow(() -> new IllegalArgumentException("There is no service " + name)));
        }
        return services;
    }
}
