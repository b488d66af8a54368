package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.notification.directory.Directory;
import org.candor.notification.document.PostingLayout;
import org.candor.notification.document.Sender;
import org.candor.notification.posting.decision.Posting;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What anybody may read of a posting that is up. Drills are shown to nobody outside. */
@ApplicationScoped
class PublicPostings {

    private final PostingStore store;
    private final NoticeTexts texts;
    private final Directory directory;
    private final String publicUrl;

    private record Shown(PostingRecord record, NoticeTextRow text, Sender sender) {}

    PublicPostings(
            PostingStore store,
            NoticeTexts texts,
            Directory directory,
            @ConfigProperty(name = "candor.public-url") String publicUrl) {
        this.store = store;
        this.texts = texts;
        this.directory = directory;
        this.publicUrl = publicUrl;
    }

    Uni<Optional<String>> page(String slug, String language) {
        return shown(slug, language).map(found -> found.map(this::html));
    }

    Uni<Optional<EmbeddedPosting>> json(String slug, String language) {
        return shown(slug, language)
                .map(found -> found.map(shown -> EmbeddedPosting.of(
                        shown.sender(),
                        shown.text().content(),
                        shown.text().words(),
                        shown.record().startedOn(),
                        publicUrl + "/notification/postings/" + slug + "?lang="
                                + shown.text().language())));
    }

    Uni<Boolean> isUp(String slug) {
        return shown(slug, "en").map(Optional::isPresent);
    }

    private String html(Shown shown) {
        return PostingLayout.html(
                shown.sender(),
                shown.text().content(),
                shown.text().words(),
                false,
                shown.record().startedOn(),
                shown.record().bothLanguages());
    }

    private Uni<Optional<Shown>> shown(String slug, String language) {
        return Transactions.read(() -> store.named(slug)
                .map(found -> found.filter(record -> record.posting() instanceof Posting.Up))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.<Shown>empty())
                        : shown(found.get(), language)));
    }

    private Uni<Optional<Shown>> shown(PostingRecord record, String language) {
        boolean spanish = language.startsWith("es") && record.bothLanguages();
        return Sql.rows(
                        Object[].class,
                        "select entity_id, drill from campaign where incident_id = ?1",
                        record.incidentId())
                .map(List::getFirst)
                .chain(campaign -> (Boolean) campaign[1]
                        ? Uni.createFrom().item(Optional.<Shown>empty())
                        : texts.findById(spanish ? record.spanishId() : record.englishId())
                                .chain(text -> directory
                                        .entity((String) campaign[0])
                                        .map(paper -> paper.map(one -> new Shown(record, text, one.sender())))));
    }
}
