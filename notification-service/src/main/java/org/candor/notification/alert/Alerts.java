package org.candor.notification.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.candor.events.OfficerRole;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.kit.identity.IncidentRouting;
import org.candor.notification.alert.decision.Watching;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.EntityPaper;
import org.candor.notification.directory.Helpers;
import org.candor.notification.directory.OfficerContact;
import org.candor.notification.directory.decision.Officer;
import org.candor.notification.mail.OutgoingMails;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells officers at once, each person of each alert once. Call inside the transaction of what they are told of. */
@ApplicationScoped
public class Alerts {

    private final AlertRows rows;
    private final AlertPreferences preferences;
    private final Directory directory;
    private final Helpers helpers;
    private final OutgoingMails mails;
    private final Clock clock;
    private final String publicUrl;

    Alerts(
            AlertRows rows,
            AlertPreferences preferences,
            Directory directory,
            Helpers helpers,
            OutgoingMails mails,
            Clock clock,
            @ConfigProperty(name = "candor.public-url") String publicUrl) {
        this.rows = rows;
        this.preferences = preferences;
        this.directory = directory;
        this.helpers = helpers;
        this.mails = mails;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** S0 R11, G-20: the officers in charge and the administration learn of an incident immediately upon discovery. */
    Uni<Void> incident(IncidentRouting routing) {
        return inCharge(AlertKind.INCIDENT, "", routing).chain(() -> administrators(AlertKind.INCIDENT, "", routing));
    }

    /** Those in charge; who was told before is not told again, also when his mailbox is another today. */
    public Uni<Void> inCharge(AlertKind kind, String occasion, IncidentRouting routing) {
        return each(
                routing.officers(),
                officer -> contact(routing, officer).chain(found -> tell(kind, occasion, routing, found)));
    }

    /**
     * Those who watch over what somebody let himself into: of those in charge the others, else the next role (policy I.B.1.c).
     *
     * @param person whom it is about; he is not told
     */
    Uni<Void> watching(AlertKind kind, String occasion, IncidentRouting routing, String person) {
        return directory
                .staff(routing.entityId(), routing.incidentId())
                .chain(staff -> inCharge(routing, staff)
                        .map(inCharge -> new Watching(inCharge, staff).over(person))
                        .chain(over -> tell(
                                kind,
                                occasion,
                                routing,
                                over.stream().map(Alerts::contact).toList())));
    }

    private Uni<List<Officer>> inCharge(IncidentRouting routing, List<Officer> staff) {
        return Multi.createFrom()
                .iterable(routing.officers())
                .onItem()
                .transformToUniAndConcatenate(assigned -> {
                    List<Officer> found = staff.stream()
                            .filter(one -> one.role() == assigned.role()
                                    && one.person().equals(assigned.person()))
                            .toList();
                    return found.isEmpty()
                            ? helper(routing, assigned)
                                    .map(helpers -> helpers.stream()
                                            .map(Alerts::officer)
                                            .toList())
                            : Uni.createFrom().item(found);
                })
                .collect()
                .asList()
                .map(some -> some.stream().flatMap(List::stream).toList());
    }

    private static Officer officer(OfficerContact contact) {
        return new Officer(contact.role(), contact.person(), contact.mailbox(), List.of());
    }

    private static OfficerContact contact(Officer officer) {
        return new OfficerContact(officer.role(), officer.person(), officer.person(), officer.mailbox());
    }

    Uni<Void> administrators(AlertKind kind, String occasion, IncidentRouting routing) {
        return directory
                .holders(routing.entityId(), OfficerRole.ADMINISTRATOR)
                .chain(holders -> tell(kind, occasion, routing, holders));
    }

    /** To the administrators who may see the incident, or to counsel where there is none (policy I.B.1.c). */
    Uni<Void> escalate(String occasion, IncidentRouting routing) {
        return directory.staff(routing.entityId(), routing.incidentId()).chain(staff -> {
            boolean administered = staff.stream().anyMatch(one -> one.role() == OfficerRole.ADMINISTRATOR);
            OfficerRole role = administered ? OfficerRole.ADMINISTRATOR : OfficerRole.COUNSEL;
            List<OfficerContact> told = staff.stream()
                    .filter(one -> one.role() == role)
                    .map(Alerts::contact)
                    .toList();
            return tell(AlertKind.NOT_ACKNOWLEDGED, occasion, routing, told);
        });
    }

    private Uni<List<OfficerContact>> contact(IncidentRouting routing, Assigned officer) {
        return directory
                .holders(routing.entityId(), officer.role())
                .map(holders -> holders.stream()
                        .filter(holder -> holder.person().equals(officer.person()))
                        .limit(1)
                        .toList())
                .chain(found -> found.isEmpty()
                        ? helper(routing, officer)
                        : Uni.createFrom().item(found));
    }

    /** Intake puts a helper in charge beside the officer whom he helps, who need not be an officer himself. */
    private Uni<List<OfficerContact>> helper(IncidentRouting routing, Assigned officer) {
        return directory
                .entity(routing.entityId())
                .map(paper -> paper.map(EntityPaper::zone).orElse(ZoneOffset.UTC))
                .chain(zone -> helpers.on(
                        LocalDate.ofInstant(clock.instant(), zone), routing.entityId(), routing.incidentId()))
                .map(able -> able.stream()
                        .filter(helper -> helper.person().equals(officer.person()) && helper.helps(officer.role()))
                        .limit(1)
                        .map(helper ->
                                new OfficerContact(officer.role(), helper.person(), helper.person(), helper.mailbox()))
                        .toList());
    }

    private Uni<Void> tell(AlertKind kind, String occasion, IncidentRouting routing, List<OfficerContact> contacts) {
        return each(contacts, contact -> tell(kind, occasion, routing, contact));
    }

    /** Whether he may know of the incident at all is asked again when the mail goes. */
    private Uni<Void> tell(AlertKind kind, String occasion, IncidentRouting routing, OfficerContact contact) {
        UUID alertId = id(kind, occasion, routing.incidentId());
        return rows.add(alertId, contact.person(), routing, kind, clock.instant())
                .chain(anew -> anew
                        ? preferences
                                .of(contact.person())
                                .map(wish -> AlertMail.of(
                                        kind, routing.incidentId(), routing.drill(), wish.language(), publicUrl))
                                .chain(mail -> mails.alert(
                                        routing.incidentId(),
                                        alertId,
                                        contact.mailbox(),
                                        contact.person(),
                                        mail.subject(),
                                        mail.body()))
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    private static UUID id(AlertKind kind, String occasion, UUID incidentId) {
        String name = kind.code() + "/" + incidentId + (occasion.isEmpty() ? "" : "/" + occasion);
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }

    private static <T> Uni<Void> each(Collection<T> some, Function<T, Uni<? extends Void>> work) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(work)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
