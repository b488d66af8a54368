package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.notification.Workers;
import org.candor.notification.document.LetterForm;
import org.candor.notification.roster.PersonDetails;
import org.candor.notification.roster.Ways;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.text.NoticeTextRow;

/** Writes letters into the batch that grows, and hands a batch over. */
@ApplicationScoped
class LetterPost {

    private final RunStore store;
    private final IncidentVault vault;
    private final Workers workers;
    private final Ways ways;
    private final PostalFolder folder;

    LetterPost(RunStore store, IncidentVault vault, Workers workers, Ways ways, SendingConfig config) {
        this.store = store;
        this.vault = vault;
        this.workers = workers;
        this.ways = ways;
        this.folder = new PostalFolder(config.folder());
    }

    Uni<Void> write(RunStep.Work.Letters work) {
        return Transactions.run(() -> vault.open(work.scene().campaign().incidentId()))
                .chain(cipher -> workers.run(() -> write(work, cipher)))
                .chain(letters ->
                        Transactions.run(() -> store.written(work.batch().id(), letters)))
                .replaceWithVoid();
    }

    Uni<Void> handOver(RunStep.Work.HandOver work) {
        RunStep.CampaignFacts campaign = work.scene().campaign();
        String name = campaign.drill()
                ? ""
                : "%s-%s-%03d"
                        .formatted(
                                campaign.entityId(),
                                campaign.incidentId().toString().substring(24),
                                work.batch().number());
        return workers.run(() -> campaign.drill()
                        ? PostalFolder.sha256(new byte[0])
                        : folder.handOver(
                                work.batch().id(),
                                name,
                                campaign.entityId(),
                                work.batch().number(),
                                work.letters()))
                .chain(manifest ->
                        Transactions.run(() -> store.handedOver(work.batch().id(), name, manifest, campaign.today())))
                .replaceWithVoid();
    }

    Uni<Void> discard(RunStep.Work.Discard work) {
        return workers.run(() -> {
                    folder.discard(work.batch().id());
                    return true;
                })
                .chain(() -> Transactions.run(() -> store.discard(work.batch().id())))
                .replaceWithVoid();
    }

    private List<PostalFolder.Letter> write(RunStep.Work.Letters work, IncidentCipher cipher) throws IOException {
        Map<UUID, LetterForm> forms = new HashMap<>();
        List<PostalFolder.Letter> written = new ArrayList<>();
        for (RunStore.Job job : work.jobs()) {
            NoticeTextRow text = work.scene().texts().get(job.textId());
            LetterForm form = forms.computeIfAbsent(job.textId(), id -> LetterForm.of(text.genericCopy()));
            Individual person =
                    PersonDetails.read(cipher, job.personId(), job.sealed()).individual();
            byte[] pdf = LetterMaker.make(
                    form, text.words(), job.noticeId(), job.dated(), person.name(), ways.letterTo(person, job.dated()));
            if (!work.scene().campaign().drill()) {
                folder.put(work.batch().id(), job.noticeId(), pdf);
            }
            written.add(new PostalFolder.Letter(job.noticeId(), PostalFolder.hex(PostalFolder.sha256(pdf))));
        }
        return written;
    }
}
