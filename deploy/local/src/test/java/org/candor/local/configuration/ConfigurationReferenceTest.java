package org.candor.local.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candor.local.Checkout;
import org.junit.jupiter.api.Test;

class ConfigurationReferenceTest {

    private static final Path CHECKOUT = Checkout.find().root();
    private static final String HOW = "%s is not what the sources say; write it anew with"
            + " ./mvnw -pl deploy/local -am test -Dtest=ConfigurationReferenceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwrite-reference=true";

    @Test
    void theReferenceAndTheListOfKnownSettingsAreWhatTheSourcesSay() throws IOException {
        ConfigurationReference reference = ConfigurationReference.of(CHECKOUT);
        if (Boolean.getBoolean("write-reference")) {
            reference.write(CHECKOUT);
        }
        Path page = ConfigurationReference.page(CHECKOUT);
        Path list = ConfigurationReference.list(CHECKOUT);
        assertThat(Files.readString(page)).as(HOW, page).isEqualTo(reference.markdown());
        assertThat(Files.readString(list)).as(HOW, list).isEqualTo(reference.knownSettings());
    }

    @Test
    void everySettingIsReadIsSetAndHasAMeaning() throws IOException {
        ConfigurationReference reference = ConfigurationReference.of(CHECKOUT);
        assertThat(reference.mistakes()).isEmpty();
        assertThat(reference.withoutMeaning()).isEmpty();
    }

    @Test
    void tellsWhatIsSecret() throws IOException {
        assertThat(ConfigurationReference.of(CHECKOUT).markdown())
                .containsPattern("`CANDOR_DB_PASSWORD` \\| all services \\| must be set \\| yes \\|")
                .containsPattern("`CANDOR_KEYSET_FILE` \\| all services \\| *\\| the file is \\|")
                .containsPattern("`CANDOR_SMTP_HOST` \\| notification \\| `localhost` \\|  \\|");
    }

    @Test
    void readsWhatStandsInAValue() {
        assertThat(Placeholder.in("${CANDOR_UPLOADS_DIR:${java.io.tmpdir}/candor-uploads}"))
                .extracting(Placeholder::name)
                .containsExactly("CANDOR_UPLOADS_DIR", "java.io.tmpdir");
        assertThat(Placeholder.withoutVariables("${CANDOR_UPLOADS_DIR:${java.io.tmpdir}/uploads}"))
                .contains("${java.io.tmpdir}/uploads");
        assertThat(Placeholder.withoutVariables("jdbc:${CANDOR_DB_URL}")).isEqualTo(Optional.empty());
    }
}
