package org.candor.test.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.candor.test.Tokens;
import org.candor.test.access.AccessTable.Row;

/**
 * Holds a service to its table {@code access.csv}: the same operations as in its OpenAPI document and on its server, and
 * for each of them the answer that the table says, to every role, to no token and to every wrong token.
 *
 * <p>Objects are ones that do not exist and bodies are empty, so that nothing comes of an operation that is let through: it
 * answers anything but 401, 403 and 5xx.
 */
public final class AccessMatrix {

    private static final String TABLE = "access.csv";
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int INVALID = 422;
    private static final int FAILURE = 500;
    private static final String SERVICE = "service";

    /** What the HTTP server has beside REST, under {@code /q/}: what describes it. */
    private static final List<String> DESCRIPTION = List.of("/q/openapi", "/q/swagger-ui");

    private final Map<String, String> wrongTokens = WrongTokens.all();

    /** Each is signed once: the signatures of a whole walk would take longer than its calls. */
    private final Map<String, String> rightTokens = new HashMap<>();

    private final AccessTable table = AccessTable.read(TABLE);
    private final Map<String, String> values = new HashMap<>();

    /** Says what a parameter of a path may be where its type alone does not say it. */
    public AccessMatrix with(String parameter, String value) {
        values.put(parameter, value);
        return this;
    }

    /** Fails unless table, document and routes know the same operations, and every call is answered as the table says. */
    public void holds() {
        List<Operation> documented = Service.operations();
        assertThat(table.disagreements(documented.stream().map(Operation::key).toList(), Operations.served()))
                .as("operations on which table, OpenAPI document and server do not agree")
                .isEmpty();
        assertThat(strangers()).as("routes beside REST").isEmpty();
        try (Calls calls = new Calls()) {
            documented.forEach(operation -> check(operation, table.rows().get(operation.key()), calls));
            assertThat(calls.findings())
                    .as("calls that are not answered as the table says")
                    .isEmpty();
        }
    }

    private static List<String> strangers() {
        return Operations.beside().stream()
                .map(path -> path.startsWith(Calls.root())
                        ? path.substring(Calls.root().length())
                        : path)
                .filter(path -> !path.equals("/q/") && DESCRIPTION.stream().noneMatch(path::startsWith))
                .toList();
    }

    private void check(Operation operation, Row row, Calls calls) {
        boolean anyone = row.isForAnyone();
        IntPredicate refused = status -> status == UNAUTHENTICATED;
        expect(operation, "no token", Optional.empty(), anyone ? AccessMatrix::isLetThrough : refused, calls);
        // Where no token is needed a wrong one may be ignored; it opens nothing more, since nobody looked at it.
        wrongTokens.forEach((what, token) -> expect(
                operation,
                what,
                Optional.of(token),
                anyone ? status -> status == UNAUTHENTICATED || isLetThrough(status) : refused,
                calls));
        expectOf(
                operation,
                "a token without roles",
                token("", WrongTokens::withoutRoles),
                anyone || row.who().contains(AccessTable.SIGNED_IN),
                calls);
        AccessTable.ROLES.stream()
                .filter(role -> !role.equals(SERVICE) || row.scopes().isEmpty())
                .forEach(role -> expectOf(operation, role, token(role), row.isFor(role), calls));
        row.scopes().forEach(scope -> checkScope(operation, scope, calls));
    }

    /** The role of a service opens nothing without the scope, though a body may be refused before. */
    private void checkScope(Operation operation, String scope, Calls calls) {
        expect(
                operation,
                "a service without " + scope,
                Optional.of(token(SERVICE)),
                status -> status == FORBIDDEN || status == INVALID,
                calls);
        String scoped = AccessTable.SCOPE + scope;
        String token = token(
                scoped,
                () -> Tokens.subject("peer")
                        .roles(SERVICE)
                        .claim("scope", scope)
                        .signed());
        expectOf(operation, scoped, token, true, calls);
    }

    private String token(String role) {
        return token(role, () -> Tokens.of(role));
    }

    private String token(String who, Supplier<String> signed) {
        return rightTokens.computeIfAbsent(who, unknown -> signed.get());
    }

    private void expectOf(Operation operation, String who, String token, boolean allowed, Calls calls) {
        expect(
                operation,
                who,
                Optional.of(token),
                allowed ? AccessMatrix::isLetThrough : status -> status == FORBIDDEN,
                calls);
    }

    private static boolean isLetThrough(int status) {
        return status != UNAUTHENTICATED && status != FORBIDDEN && status < FAILURE;
    }

    private void expect(Operation operation, String who, Optional<String> token, IntPredicate right, Calls calls) {
        operation
                .bodies()
                .forEach(body -> calls.check(() -> {
                    HttpResponse<byte[]> answer =
                            calls.call(operation.method(), operation.address(values), token, body);
                    return right.test(answer.statusCode())
                            ? Optional.empty()
                            : Optional.of("%s, %s: %d".formatted(operation.key(), who, answer.statusCode()));
                }));
    }
}
