package org.candor.notification.text;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The texts of campaigns. Call inside a session. */
@ApplicationScoped
public class NoticeTexts implements PanacheRepositoryBase<NoticeTextRow, UUID> {

    /** The newest approved version. */
    public Uni<Optional<NoticeTextRow>> approved(UUID incidentId, Template template, String language) {
        return find(
                        "incidentId = ?1 and template = ?2 and language = ?3 and state = 'APPROVED' order by number desc",
                        incidentId,
                        template.id(),
                        language)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** All approved versions of all languages, later ones last. */
    public Uni<List<NoticeTextRow>> approved(UUID incidentId, Template template) {
        return list(
                "incidentId = ?1 and template = ?2 and state = 'APPROVED' order by number", incidentId, template.id());
    }

    Uni<Optional<NoticeTextRow>> approved(UUID incidentId, Template template, String language, int number) {
        return find(
                        "incidentId = ?1 and template = ?2 and language = ?3 and number = ?4 and state = 'APPROVED'",
                        incidentId,
                        template.id(),
                        language,
                        number)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<Optional<NoticeTextRow>> newest(UUID incidentId, Template template, String language) {
        return find(
                        "incidentId = ?1 and template = ?2 and language = ?3 order by number desc",
                        incidentId,
                        template.id(),
                        language)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<List<NoticeTextRow>> all(UUID incidentId) {
        return list("incidentId = ?1 order by template, language, number", incidentId);
    }
}
