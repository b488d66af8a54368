package org.candor.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.candor.audit.OnContext;
import org.candor.audit.Story;
import org.candor.audit.TrailKeyFile;
import org.candor.audit.tree.decision.Hash;
import org.candor.kit.data.Transactions;
import org.candor.test.Database;
import org.candor.test.OnRealPlatform;
import org.junit.jupiter.api.Test;

/** A writer that slept while others went on. */
@QuarkusTest
@OnRealPlatform(separateOwner = true)
@WithTestResource(TrailKeyFile.class)
class ZombieTest {

    @Inject
    Integrator integrator;

    @Inject
    Vertx vertx;

    @Test
    void signsNothingWhenItWakes() throws Exception {
        Story.triaged().integrated(4);
        Integrator.Begun asleep = done(() -> Transactions.read(integrator::begin));
        Integrator.Begun withWork = new Integrator.Begun(
                asleep.log(), asleep.last(), asleep.edge(), List.of(Hash.ofLeaf(new byte[] {1})), false);
        Story.triaged().integrated(4);
        long before = Database.number("select count(*) from trail.checkpoint");

        assertThat(done(() -> integrator.store(Integrator.grow(withWork)))).isFalse();

        assertThat(Database.number("select count(*) from trail.checkpoint")).isGreaterThanOrEqualTo(before);
        assertThat(Database.number(
                        "select count(*) from trail.checkpoint where root = ?",
                        Integrator.grow(withWork).next().root().bytes()))
                .isZero();
        assertThat(Database.number(
                        "select count(*) from outbox where data like ?",
                        "%" + Integrator.grow(withWork).next().root().base64() + "%"))
                .isZero();
    }

    @Test
    void signsNothingOnAStateThatWasPutBackAndGrewAgain() throws Exception {
        Story.triaged().integrated(4);
        Integrator.Begun begun = done(() -> Transactions.read(integrator::begin));
        SignedCheckpoint last = begun.last();
        SignedCheckpoint twin = new SignedCheckpoint(
                last.checkpoint(), last.keyId(), last.note().replace("\n\n", "\n\n "), last.signedAt());
        Integrator.Begun onTwin =
                new Integrator.Begun(begun.log(), twin, begun.edge(), List.of(Hash.ofLeaf(new byte[] {2})), false);

        assertThat(done(() -> integrator.store(Integrator.grow(onTwin)))).isFalse();
    }

    private <T> T done(Supplier<Uni<T>> work) throws Exception {
        return OnContext.run(vertx, work).get(30, TimeUnit.SECONDS);
    }
}
