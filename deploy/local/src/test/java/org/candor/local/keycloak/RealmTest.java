package org.candor.local.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the two realms let through: the one that others can reach, and the one of {@code up} and {@code demo}. */
class RealmTest {

    private static final int FIVE_MINUTES = 300;
    private static final String SECOND_FACTOR = "second-factor";
    private static final List<String> OFFICERS = List.of(
            "investigator", "privacy-officer", "security-officer", "administrator", "counsel", "auditor", "operator");

    private static final JsonNode PRODUCTION = read("candor-realm-production.json");
    private static final JsonNode LOCAL = read("candor-realm.json");

    static List<JsonNode> both() {
        return List.of(PRODUCTION, LOCAL);
    }

    @ParameterizedTest
    @MethodSource("both")
    void aRevokedPersonIsRefusedAfterFiveMinutesAtTheLatest(JsonNode realm) {
        assertThat(realm.path("accessTokenLifespan").asInt()).isBetween(1, FIVE_MINUTES);
        clients(realm)
                .values()
                .forEach(client -> assertThat(client.path("attributes").has("access.token.lifespan"))
                        .isFalse());
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt()).isZero();
    }

    @ParameterizedTest
    @MethodSource("both")
    void guessingIsSlowedAndNobodySignsUpByHimself(JsonNode realm) {
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isBetween(1, 10);
        assertThat(realm.path("registrationAllowed").asBoolean()).isFalse();
        assertThat(realm.path("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
    }

    @ParameterizedTest
    @MethodSource("both")
    void noClientHasTheImplicitFlowAndEachPageNeedsProofOfTheCodesOwner(JsonNode realm) {
        clients(realm).forEach((name, client) -> {
            assertThat(client.path("implicitFlowEnabled").asBoolean(true))
                    .as(name)
                    .isFalse();
            if (client.path("standardFlowEnabled").asBoolean(true)) {
                assertThat(client.path("attributes")
                                .path("pkce.code.challenge.method")
                                .asText())
                        .as(name)
                        .isEqualTo("S256");
            }
        });
    }

    @Test
    void thePasswordGrantIsTheDemoClientsAloneAndProductionHasNoSuchClient() {
        assertThat(clients(PRODUCTION)).doesNotContainKey("candor-demo");
        both().forEach(realm -> clients(realm)
                .forEach((name, client) -> assertThat(
                                client.path("directAccessGrantsEnabled").asBoolean(true))
                        .as(name)
                        .isEqualTo(name.equals("candor-demo"))));
        assertThat(flow(PRODUCTION.path("directGrantFlow").asText()))
                .containsExactly("deny-access-authenticator REQUIRED");
    }

    @Test
    void productionHasNoUserWhosePasswordIsKnownAndNoSecret() {
        PRODUCTION.path("users").forEach(user -> {
            assertThat(user.path("serviceAccountClientId").asText()).startsWith("candor-");
            assertThat(user.has("credentials")).isFalse();
        });
        clients(PRODUCTION)
                .forEach((name, client) ->
                        assertThat(client.has("secret")).as(name).isFalse());
        assertThat(PRODUCTION.path("passwordPolicy").asText()).contains("length(15)", "maxLength(128)");
        assertThat(PRODUCTION.path("sslRequired").asText()).isEqualTo("all");
    }

    @Test
    void productionRedirectsToNamedAddressesOnly() {
        clients(PRODUCTION)
                .forEach((name, client) -> List.of("redirectUris", "webOrigins")
                        .forEach(list -> client.path(list)
                                .forEach(address ->
                                        assertThat(address.asText()).as(name).matches("\\$\\{CANDOR_[A-Z_]+}"))));
        assertThat(clients(PRODUCTION).get("candor-spa").path("redirectUris")).hasSize(1);
    }

    @Test
    void whoeverSeesCasesOrRunsThePlatformSignsInWithASecondFactor() {
        Map<String, JsonNode> roles = named(
                PRODUCTION.path("roles").path("realm"),
                role -> role.path("name").asText());
        assertThat(OFFICERS)
                .allSatisfy(
                        role -> assertThat(roles.get(role).path("composites").path("realm"))
                                .extracting(JsonNode::asText)
                                .contains(SECOND_FACTOR));
        assertThat(flow(PRODUCTION.path("browserFlow").asText()))
                .containsExactly("auth-cookie ALTERNATIVE", "candor forms ALTERNATIVE");
        assertThat(flow("candor forms"))
                .containsExactly("auth-username-password-form REQUIRED", "candor second factor CONDITIONAL");
        assertThat(flow("candor second factor"))
                .containsExactly("conditional-user-role REQUIRED", "auth-otp-form REQUIRED");
        assertThat(PRODUCTION
                        .path("authenticatorConfig")
                        .path(0)
                        .path("config")
                        .path("condUserRole")
                        .asText())
                .isEqualTo(SECOND_FACTOR);
    }

    /** What one realm says of roles, claims and services, the other says too. */
    @Test
    void butForThatBothAreTheSame() {
        assertThat(PRODUCTION.path("clientScopes")).isEqualTo(LOCAL.path("clientScopes"));
        assertThat(PRODUCTION.path("components")).isEqualTo(LOCAL.path("components"));
        assertThat(PRODUCTION.path("defaultRole")).isEqualTo(LOCAL.path("defaultRole"));
        assertThat(comparable(PRODUCTION)).isEqualTo(comparable(LOCAL));
        assertThat(serviceAccounts(PRODUCTION)).isEqualTo(serviceAccounts(LOCAL));
        assertThat(roleNames(PRODUCTION)).containsAll(roleNames(LOCAL));
    }

    private static Map<String, JsonNode> comparable(JsonNode realm) {
        Map<String, JsonNode> clients = clients(realm);
        clients.remove("candor-demo");
        clients.replaceAll((name, client) -> {
            ObjectNode copy = client.deepCopy();
            return copy.remove(List.of("secret", "redirectUris", "webOrigins", "attributes"));
        });
        return clients;
    }

    private static Map<String, JsonNode> serviceAccounts(JsonNode realm) {
        Map<String, JsonNode> users =
                named(realm.path("users"), user -> user.path("username").asText());
        users.values().removeIf(user -> !user.has("serviceAccountClientId"));
        return users;
    }

    private static List<String> roleNames(JsonNode realm) {
        return realm.path("roles").path("realm").findValuesAsText("name");
    }

    private static Map<String, JsonNode> clients(JsonNode realm) {
        return named(realm.path("clients"), client -> client.path("clientId").asText());
    }

    private static Map<String, JsonNode> named(JsonNode list, Function<JsonNode, String> name) {
        return StreamSupport.stream(list.spliterator(), false)
                .collect(Collectors.toMap(name, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** Steps of the production realm's flow with that alias, each with its requirement. */
    private static List<String> flow(String alias) {
        return StreamSupport.stream(PRODUCTION.path("authenticationFlows").spliterator(), false)
                .filter(flow -> flow.path("alias").asText().equals(alias))
                .flatMap(flow -> StreamSupport.stream(
                        flow.path("authenticationExecutions").spliterator(), false))
                .map(step ->
                        step.path("authenticator").asText(step.path("flowAlias").asText())
                                + " "
                                + step.path("requirement").asText())
                .toList();
    }

    private static JsonNode read(String file) {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("../keycloak", file).toAbsolutePath().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
