package org.candor.notification.sending;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.candor.events.NoticeMethod;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.data.Workers;
import org.candor.notification.Hashes;
import org.candor.notification.document.LetterFields;
import org.candor.notification.document.LetterForm;
import org.candor.notification.post.PostalBatches;
import org.candor.notification.post.PrintHouse;
import org.candor.notification.roster.PersonDetails;
import org.candor.notification.roster.Ways;
import org.candor.notification.roster.decision.Individual;
import org.candor.notification.roster.decision.WayOfNotice;
import org.candor.notification.text.NoticeTextRow;

/**
 * Writes letters into the batch that grows, and hands a batch over: marked as leaving while it is cleared, renamed, marked as
 * handed over. A crash at any of these points leaves exactly one of "still hidden" and "gone" to be seen.
 */
@ApplicationScoped
class LetterPost {

    private final BatchRows rows;
    private final Unmailable unmailable;
    private final IncidentVault vault;
    private final Workers workers;
    private final Ways ways;
    private final PostalBatches post;

    /** A letter to be made. */
    private record Letter(Job job, LetterFields fields) {}

    private record Made(List<BatchRows.Written> written, List<Unmailable.Notice> unmailable) {}

    LetterPost(
            BatchRows rows,
            Unmailable unmailable,
            IncidentVault vault,
            Workers workers,
            Ways ways,
            PrintHouse printHouse) {
        this.rows = rows;
        this.unmailable = unmailable;
        this.vault = vault;
        this.workers = workers;
        this.ways = ways;
        this.post = printHouse.batches();
    }

    Uni<Void> write(Work.Letters work) {
        return Transactions.run(() -> vault.open(work.scene().campaign().incidentId()))
                .chain(cipher -> workers.run(() -> write(work, cipher)))
                .chain(made -> Transactions.run(() ->
                        rows.written(work.batch().id(), made.written()).chain(() -> unmailable.put(made.unmailable()))))
                .replaceWithVoid();
    }

    Uni<Void> handOver(Lease lease, Work.HandOver work) {
        BatchRows.Batch batch = work.batch();
        if (work.scene().campaign().drill()) {
            return handedOver(work.scene(), batch, "", Hashes.sha256(new byte[0]));
        }
        return workers.run(() -> post.damaged(batch.id(), work.letters()))
                .chain(damaged -> damaged.isEmpty()
                        ? leave(lease, work)
                        : Transactions.run(() -> rows.unwrite(batch.id(), damaged))
                                .replaceWithVoid());
    }

    private Uni<Void> leave(Lease lease, Work.HandOver work) {
        BatchRows.Batch batch = work.batch();
        return Transactions.run(() ->
                        rows.leaving(lease, batch.id(), work.scene().campaign().version()))
                .chain(may -> may == 0
                        ? Uni.createFrom().voidItem()
                        : workers.run(() -> post.handOver(contents(work.scene(), batch, work.letters())))
                                .chain(manifest ->
                                        handedOver(work.scene(), batch, name(work.scene(), batch), manifest)));
    }

    Uni<Void> findOut(Work.FindOut work) {
        BatchRows.Batch batch = work.batch();
        return workers.run(() -> post.hasLeft(batch.id())
                        ? Optional.of(PostalBatches.manifest(contents(work.scene(), batch, work.letters())))
                        : Optional.<byte[]>empty())
                .chain(manifest -> manifest.isPresent()
                        ? handedOver(work.scene(), batch, name(work.scene(), batch), manifest.get())
                        : Transactions.run(() -> rows.stayed(batch.id())).replaceWithVoid());
    }

    /** The rows first: files without a row are swept, rows without files would look as if they had left. */
    Uni<Void> discard(Work.Discard work) {
        return Transactions.run(() -> rows.discard(work.batch().id()))
                .chain(() -> discard(work.batch().id()))
                .replaceWithVoid();
    }

    /** Removes what a crash left of batches that were discarded. */
    Uni<Void> sweep() {
        return workers.run(post::growing)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Transactions.read(() -> rows.known(found)).chain(known -> remove(found, known)));
    }

    private Uni<Void> remove(List<UUID> found, List<UUID> known) {
        List<UUID> orphans = new ArrayList<>(found);
        orphans.removeAll(known);
        return Multi.createFrom()
                .iterable(orphans)
                .onItem()
                .transformToUniAndConcatenate(id -> discard(id))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> discard(UUID batchId) {
        return workers.run(() -> {
            post.discard(batchId);
            return true;
        });
    }

    private Uni<Void> handedOver(Scene scene, BatchRows.Batch batch, String name, byte[] manifest) {
        return Transactions.run(() -> rows.handedOver(
                        batch.id(), name, manifest, scene.campaign().today()))
                .replaceWithVoid();
    }

    private static PostalBatches.Contents contents(
            Scene scene, BatchRows.Batch batch, List<PostalBatches.Letter> letters) {
        return new PostalBatches.Contents(
                batch.id(), name(scene, batch), scene.campaign().entityId(), batch.number(), letters);
    }

    private static String name(Scene scene, BatchRows.Batch batch) {
        return "%s-%s-%03d"
                .formatted(
                        scene.campaign().entityId(),
                        scene.campaign().incidentId().toString().substring(24),
                        batch.number());
    }

    private Made write(Work.Letters work, IncidentCipher cipher) {
        List<Unmailable.Notice> unmailable = new ArrayList<>();
        List<Letter> letters = new ArrayList<>();
        for (Job job : work.jobs()) {
            Individual person =
                    PersonDetails.read(cipher, job.personId(), job.sealed()).individual();
            WayOfNotice.Decision way = ways.letterTo(person, job.dated());
            if (way.method() != NoticeMethod.FIRST_CLASS_MAIL) {
                unmailable.add(new Unmailable.Notice(job.noticeId(), job.personId(), way));
                continue;
            }
            NoticeTextRow text = work.scene().texts().get(job.textId());
            letters.add(
                    new Letter(job, LetterMaker.fields(text.words(), job.noticeId(), job.dated(), person.name(), way)));
        }
        Map<UUID, LetterForm> forms = letters.stream()
                .map(letter -> letter.job().textId())
                .distinct()
                .collect(Collectors.toMap(
                        id -> id,
                        id -> LetterForm.of(work.scene().texts().get(id).genericCopy())));
        // On all processors: nothing else of the run is done meanwhile.
        return new Made(
                letters.parallelStream()
                        .map(letter ->
                                written(work, letter, forms.get(letter.job().textId()), cipher))
                        .toList(),
                unmailable);
    }

    private BatchRows.Written written(Work.Letters work, Letter letter, LetterForm form, IncidentCipher cipher) {
        UUID id = letter.job().noticeId();
        byte[] pdf = form.fill(letter.fields());
        if (!work.scene().campaign().drill()) {
            put(work.batch().id(), id, pdf);
        }
        return new BatchRows.Written(
                id, Hashes.hex(Hashes.sha256(pdf)), SealedFields.seal(cipher, id, letter.fields()));
    }

    private void put(UUID batchId, UUID letterId, byte[] pdf) {
        try {
            post.put(batchId, letterId, pdf);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
