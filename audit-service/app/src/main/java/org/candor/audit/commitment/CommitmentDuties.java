package org.candor.audit.commitment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.programme.Register;
import org.candor.audit.programme.Register.Entry;
import org.candor.audit.programme.Register.Evidence;

/** The duty to have a signature, one for each of whom it is asked. Call inside a transaction. */
@ApplicationScoped
class CommitmentDuties {

    private static final String KIND = "COMMITMENT";
    private static final String SUBJECT = "commitment";

    private final Register register;

    CommitmentDuties(Register register) {
        this.register = register;
    }

    /** Members of one entity; who has the duty already keeps it. */
    Uni<Void> enter(List<MemberView> missing, String actor) {
        return missing.isEmpty()
                ? Uni.createFrom().voidItem()
                : register.today(missing.getFirst().entityId())
                        .map(today -> missing.stream()
                                .map(member ->
                                        entry(member, today.isAfter(member.joinedOn()) ? today : member.joinedOn()))
                                .toList())
                        .chain(entries -> register.enterAll(entries, actor))
                        .replaceWithVoid();
    }

    Uni<List<UUID>> done(MemberView member, Evidence evidence, String actor) {
        return register.done(member.entityId(), KIND, SUBJECT, member.person(), evidence, actor);
    }

    Uni<List<UUID>> cancel(MemberView member, String actor) {
        return register.cancelAll(member.entityId(), KIND, SUBJECT, member.person(), actor);
    }

    private Entry entry(MemberView member, LocalDate from) {
        String department = Optional.ofNullable(member.department()).orElse("");
        return register.entry(member.entityId(), KIND, SUBJECT, department, member.person(), from);
    }
}
