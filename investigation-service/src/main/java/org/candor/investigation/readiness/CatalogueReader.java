package org.candor.investigation.readiness;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.candor.investigation.readiness.decision.Catalogue;

/** Reads the catalogue that ships with the service. */
@ApplicationScoped
class CatalogueReader {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Produces
    @Singleton
    Catalogue shipped() {
        return read();
    }

    /** @throws IllegalStateException when it names a topic or course that it has not */
    static Catalogue read() {
        try (InputStream file = CatalogueReader.class.getResourceAsStream("/readiness/catalogue.json")) {
            Catalogue catalogue = JSON.readValue(file, Catalogue.class);
            List<String> flaws = catalogue.flaws();
            if (!flaws.isEmpty()) {
                throw new IllegalStateException("The catalogue of trainings knows no " + String.join(", ", flaws));
            }
            return catalogue;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The catalogue of trainings can't be read", unreadable);
        }
    }
}
