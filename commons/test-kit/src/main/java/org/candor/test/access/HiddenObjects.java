package org.candor.test.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.candor.test.Tokens;

/**
 * Walks every operation of a service that is about an object, and every list, with somebody for whom the object must not
 * exist. What he is answered must be, byte for byte, what is answered about an object that nobody ever made; only the id of
 * the occurrence differs.
 *
 * <p>The ids of the object and of its parts are the fixture. A parameter that it does not fill fails the walk.
 */
public final class HiddenObjects {

    private static final Pattern ANY_UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Of an entry that was never written. */
    private static final String NO_NUMBER = "999999999";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final Set<Integer> HIDING = Set.of(403, 404);

    private final List<Operation> operations = Service.operations();
    private final Map<String, String> ids;
    private final Map<String, String> values = new HashMap<>();

    private HiddenObjects(Map<String, ?> ids) {
        ids.forEach((name, id) -> values.put(name, id.toString()));
        this.ids = Map.copyOf(values);
    }

    /** Parameter by parameter what stands for the object in a path: {@code incidentId}, and ids of its parts. */
    public static HiddenObjects of(Map<String, ?> ids) {
        return new HiddenObjects(ids);
    }

    /** Begins a token of a person with every role that a person can have, for all entities. */
    public static Tokens person(String subject) {
        return Tokens.subject(subject)
                .roles(AccessTable.ROLES.stream()
                        .filter(role -> !role.equals("service"))
                        .toArray(String[]::new));
    }

    /** A parameter that names no object, such as a form. */
    public HiddenObjects with(String parameter, String value) {
        values.put(parameter, value);
        return this;
    }

    /**
     * Fails where a reading of the object, with a right token, is not answered: the walk of the others would show nothing
     * there. {@code absent} are readings of parts that the fixture does not make.
     */
    public HiddenObjects areShownTo(String token, String... absent) {
        try (Calls calls = new Calls()) {
            operations.stream()
                    .filter(operation -> operation.method().equals("GET") && operation.takes(List.copyOf(ids.keySet())))
                    .forEach(operation -> calls.check(() -> {
                        int status = read(operation, values, token, calls).statusCode();
                        boolean right = status == OK || List.of(absent).contains(operation.key()) && status < 500;
                        return right ? Optional.empty() : Optional.of(operation.key() + ": " + status);
                    }));
            assertThat(calls.findings())
                    .as("readings that show nothing of the object")
                    .isEmpty();
        }
        return this;
    }

    /** Fails where anything tells that the object with that parameter exists. */
    public HiddenObjects doNotExistFor(String who, String token, String parameter) {
        Map<String, String> neverMade = neverMade();
        try (Calls calls = new Calls()) {
            operations.forEach(operation -> {
                if (operation.takes(List.of(parameter))) {
                    calls.check(() -> compare(operation, neverMade, token, calls));
                } else if (operation.method().equals("GET")) {
                    calls.check(() -> search(operation, token, calls));
                }
            });
            assertThat(calls.findings())
                    .as("what tells %s that the object exists", who)
                    .isEmpty();
        }
        return this;
    }

    /** The same, but with the ids of nothing. The parts of an object that does not exist do not exist either. */
    private Map<String, String> neverMade() {
        Map<String, String> others = new HashMap<>(values);
        ids.forEach(
                (name, id) -> others.put(name, isUuid(id) ? UUID.randomUUID().toString() : NO_NUMBER));
        return others;
    }

    private static boolean isUuid(String id) {
        return ANY_UUID.matcher(id).matches();
    }

    private Optional<String> compare(Operation operation, Map<String, String> neverMade, String token, Calls calls) {
        HttpResponse<byte[]> real = read(operation, values, token, calls);
        HttpResponse<byte[]> never = read(operation, neverMade, token, calls);
        if (real.statusCode() != never.statusCode() || !masked(real).equals(masked(never))) {
            return Optional.of("%s: %d %s, but of nothing %d %s"
                    .formatted(operation.key(), real.statusCode(), masked(real), never.statusCode(), masked(never)));
        }
        boolean hides = operation.method().equals("GET")
                // A stream of events begins before anything is known, and ends at once without one.
                ? HIDING.contains(real.statusCode()) || real.body().length == 0
                : real.statusCode() >= BAD_REQUEST && real.statusCode() < 500;
        return hides ? Optional.empty() : Optional.of(operation.key() + ": " + real.statusCode());
    }

    private Optional<String> search(Operation operation, String token, Calls calls) {
        HttpResponse<byte[]> list = read(operation, values, token, calls);
        String text = new String(list.body(), UTF_8);
        return ids.values().stream()
                .filter(id -> isUuid(id) && text.contains(id))
                .findFirst()
                .map(id -> operation.key() + " names it");
    }

    private static HttpResponse<byte[]> read(
            Operation operation, Map<String, String> values, String token, Calls calls) {
        return calls.call(
                operation.method(),
                operation.address(values),
                Optional.of(token),
                operation.bodies().getFirst());
    }

    private static String masked(HttpResponse<byte[]> answer) {
        return ANY_UUID.matcher(new String(answer.body(), UTF_8)).replaceAll("#");
    }
}
