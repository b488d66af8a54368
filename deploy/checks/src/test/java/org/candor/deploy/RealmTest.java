package org.candor.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.candor.tools.NeedsTool;
import org.candor.tools.Repository;
import org.junit.jupiter.api.Test;

/** The realm, which is JSON and so YAML. */
class RealmTest {

    private static final String DEMO_ONLY = "${CANDOR_DEMO:true}";
    private static final Map<String, String> SCOPES = Map.of(
            "audit.documents", "audit",
            "breach.clearance", "breach",
            "intake.contact", "intake",
            "investigation.answer", "investigation");

    private final Yaml realm = Yaml.document(Repository.text("deploy/keycloak/candor-realm.json"));

    @Test
    void closesToEverybodyWhosePasswordIsPublicOutsideOfADemo() {
        assertThat(people(realm))
                .isNotEmpty()
                .allMatch(user -> user.at("enabled").is(DEMO_ONLY));
        assertThat(client(realm, "candor-demo").at("enabled").is(DEMO_ONLY)).isTrue();
        assertThat(Repository.text("docker-compose.yml"))
                .contains("CANDOR_DEMO: ${CANDOR_DEMO:-false}\n      CANDOR_CLIENT_SECRET_INTAKE");
    }

    @Test
    void letsAServiceCallWhomItsCodeCalls() {
        for (String service : Code.SERVICES) {
            Set<String> granted = client(realm, "candor-" + service).at("defaultClientScopes").items().stream()
                    .map(scope -> SCOPES.getOrDefault(scope.text(), ""))
                    .filter(peer -> !peer.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(granted).as(service).containsAll(new Code(service).calls());
        }
    }

    @Test
    @NeedsTool("jq")
    void isImportedInProductionWithoutWhatIsForDemos() throws Exception {
        String command = Readme.commands().stream()
                .filter(line -> line.startsWith("jq "))
                .findFirst()
                .orElseThrow();
        String rendered = Run.in(Repository.root(), "sh", "-eu", "-c", command.split(" \\| ")[0])
                .output();
        Yaml spec = Yaml.document(rendered).at("spec");
        Yaml imported = spec.at("realm");
        assertThat(people(imported)).isEmpty();
        assertThat(client(imported, "candor-demo").isThere()).isFalse();
        assertThat(rendered).doesNotContain("local-only", "CANDOR_DEMO", "CANDOR_SPA", "\"credentials\"");
        Yaml page = client(imported, "candor-spa");
        assertThat(page.at("redirectUris").items()).extracting(Yaml::text).containsExactly("https://app.example.org/");
        assertThat(page.at("webOrigins").items()).extracting(Yaml::text).containsExactly("https://app.example.org");
        List<String> secrets = imported.at("clients").items().stream()
                .map(it -> it.at("secret"))
                .filter(Yaml::isThere)
                .map(Yaml::text)
                .toList();
        assertThat(secrets)
                .containsExactlyInAnyOrderElementsOf(spec.at("placeholders").keys().stream()
                        .map(name -> "${" + name + "}")
                        .toList());
        assertThat(secrets).hasSize(4);
        assertThat(imported.at("roles"))
                .isEqualTo(Yaml.document(Repository.text("deploy/keycloak/candor-realm-production.json"))
                        .at("roles"));
    }

    private static List<Yaml> people(Yaml realm) {
        return realm.at("users").items().stream()
                .filter(user -> !user.at("serviceAccountClientId").isThere())
                .toList();
    }

    private static Yaml client(Yaml realm, String id) {
        return realm.at("clients").items().stream()
                .filter(it -> it.at("clientId").is(id))
                .findFirst()
                .orElse(new Yaml(null));
    }
}
