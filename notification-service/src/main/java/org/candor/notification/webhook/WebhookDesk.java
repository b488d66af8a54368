package org.candor.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.candor.notification.NotificationProblem;

/** Subscriptions as their administrator keeps them; another's do not exist for him. */
@ApplicationScoped
class WebhookDesk {

    private static final Cursor START = new Cursor(Instant.EPOCH, new UUID(0, 0));

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Targets targets;
    private final Signatures signatures;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    WebhookDesk(
            Webhooks webhooks,
            Deliveries deliveries,
            Targets targets,
            Signatures signatures,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.targets = targets;
        this.signatures = signatures;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<WebhookView> subscribe(WebhookRequest request) {
        requireKnown(request.types());
        UUID id = ids.next();
        return targets.check(request.url())
                .invoke(target -> {
                    if (target.isEmpty()) {
                        throw new Problem(NotificationProblem.TARGET_NOT_ALLOWED).field("/url", "https, public");
                    }
                })
                .chain(() -> Transactions.run(
                        () -> webhooks.add(id, caller.subject(), caller.entitiesFilter(), request, clock.instant())
                                .chain(() -> webhooks.find(id, caller.subject()))))
                .chain(made -> shown(made));
    }

    Uni<Page<WebhookView>> mine() {
        return Transactions.read(() -> webhooks.of(caller.subject())).map(found -> new Page<>(found, null));
    }

    Uni<WebhookView> get(UUID id) {
        return Transactions.read(() -> require(id));
    }

    Uni<Void> delete(UUID id) {
        return Transactions.run(() -> require(id).chain(() -> webhooks.delete(id, caller.subject())))
                .replaceWithVoid();
    }

    Uni<WebhookView> rotate(UUID id, String ifMatch) {
        return change(id, ifMatch, found -> webhooks.rotate(id, caller.subject(), found.version()))
                .chain(changed -> shown(Optional.of(changed)));
    }

    Uni<WebhookView> enable(UUID id, String ifMatch) {
        return change(id, ifMatch, found -> webhooks.enable(id, caller.subject(), found.version()));
    }

    Uni<Page<DeliveryView>> deliveries(UUID id, String state, String cursor, int limit) {
        Cursor after = Cursor.decode(cursor).orElse(START);
        return Transactions.read(() ->
                        require(id).chain(() -> deliveries.of(id, state == null ? "" : state, after, limit + 1)))
                .map((List<DeliveryView> rows) -> Page.of(rows, limit, row -> row, DeliveryView::cursor));
    }

    Uni<Void> replay(UUID id, UUID deliveryId) {
        return Transactions.run(() -> require(id).chain(() -> deliveries.replay(id, deliveryId, clock.instant())))
                .invoke(count -> {
                    if (count == 0) {
                        throw Problem.notFound();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<WebhookView> change(UUID id, String ifMatch, Function<WebhookView, Uni<Integer>> change) {
        return Transactions.run(() -> require(id)
                .invoke(found -> EntityTags.check(ifMatch, found.version()))
                .chain(found -> change.apply(found))
                .invoke(count -> {
                    if (count == 0) {
                        throw new Problem(CommonProblem.STALE_VERSION);
                    }
                })
                .chain(() -> require(id)));
    }

    private static void requireKnown(List<String> types) {
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            if (WebhookConsumer.TOPICS.stream()
                    .noneMatch(topic -> topic.factOf(type).isPresent())) {
                throw new Problem(CommonProblem.INVALID_FIELD).field("/types/" + i, "no event that is told outside");
            }
        }
    }

    private Uni<WebhookView> require(UUID id) {
        return webhooks.find(id, caller.subject()).map(found -> found.orElseThrow(Problem::notFound));
    }

    private Uni<WebhookView> shown(Optional<WebhookView> made) {
        WebhookView webhook = made.orElseThrow(Problem::notFound);
        return signatures
                .secret(webhook.webhookId(), webhook.secretNumber())
                .map(secret -> webhook.with(Signatures.shown(secret)));
    }
}
