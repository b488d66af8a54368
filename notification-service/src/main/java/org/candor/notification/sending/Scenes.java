package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.candor.notification.campaign.CampaignRow;
import org.candor.notification.directory.Directory;
import org.candor.notification.text.NoticeTextRow;
import org.candor.notification.text.NoticeTexts;
import org.candor.notification.text.Template;

/** Reads what work outside of a session needs. Call inside a session. */
@ApplicationScoped
class Scenes {

    private final NoticeTexts texts;
    private final Directory directory;

    Scenes(NoticeTexts texts, Directory directory) {
        this.texts = texts;
        this.directory = directory;
    }

    Uni<Scene> of(CampaignRow campaign, LocalDate today) {
        return directory
                .entity(campaign.entityId())
                .map(Optional::orElseThrow)
                .chain(paper -> texts.approved(campaign.incidentId(), Template.LETTER)
                        .map(approved -> {
                            Map<UUID, NoticeTextRow> byId = new LinkedHashMap<>();
                            approved.forEach(text -> byId.put(text.id(), text));
                            return new Scene(
                                    new Scene.CampaignFacts(
                                            campaign.incidentId(),
                                            campaign.entityId(),
                                            campaign.drill(),
                                            today,
                                            paper.sender(),
                                            campaign.version()),
                                    byId);
                        }));
    }
}
