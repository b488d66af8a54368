package org.candor.notification.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.candor.events.OfficerRole;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.kit.identity.IncidentRouting;
import org.candor.notification.directory.Directory;
import org.candor.notification.directory.OfficerContact;
import org.candor.notification.mail.OutgoingMails;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mails to officers: that something began and where to look; never what it is about. */
@ApplicationScoped
class Alerts {

    private final Directory directory;
    private final OutgoingMails mails;
    private final String publicUrl;

    private record Alert(UUID id, String subject, String body) {}

    Alerts(Directory directory, OutgoingMails mails, @ConfigProperty(name = "candor.public-url") String publicUrl) {
        this.directory = directory;
        this.mails = mails;
        this.publicUrl = publicUrl;
    }

    /** S0 R11, G-20: the officers in charge and the administration learn of an incident immediately upon discovery. */
    Uni<Void> caseOpened(IncidentRouting routing) {
        Alert alert = opened(routing);
        return toOfficers(routing, routing.officers(), alert).chain(() -> toAdministrators(routing, alert));
    }

    /** Those in charge now; who was told before is not told again, also when his mailbox is another today. */
    Uni<Void> takenOver(IncidentRouting routing) {
        Alert alert = opened(routing);
        return mails.alerted(alert.id())
                .map(told -> routing.officers().stream()
                        .filter(officer -> !told.contains(officer.person()))
                        .toList())
                .chain(anew -> toOfficers(routing, anew, alert));
    }

    private Uni<Void> toOfficers(IncidentRouting routing, List<Assigned> officers, Alert alert) {
        return Multi.createFrom()
                .iterable(officers)
                .onItem()
                .transformToUniAndConcatenate(officer -> toOfficer(routing, officer, alert))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Alert opened(IncidentRouting routing) {
        return alert(
                routing,
                "case-opened",
                "A case was opened",
                "A report has become a case, and you are among those in charge of it or responsible for the organisation.",
                "/investigation/cases/");
    }

    /** S4 III.A.1, T-07: the administrator is told that the breach question is open. */
    Uni<Void> assessmentOpened(IncidentRouting routing) {
        Alert alert = alert(
                routing,
                "assessment-opened",
                "A breach assessment was opened",
                "It is being assessed whether protected health information was breached. The clock of 45 CFR 164.404 may be running.",
                "/breach/assessments/");
        return toAdministrators(routing, alert);
    }

    private Uni<Void> toOfficer(IncidentRouting routing, Assigned officer, Alert alert) {
        return directory
                .holders(routing.entityId(), officer.role())
                .map(holders -> holders.stream()
                        .filter(holder -> holder.person().equals(officer.person()))
                        .findFirst())
                .chain(found -> found.map(contact -> send(routing, contact, alert))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> toAdministrators(IncidentRouting routing, Alert alert) {
        return directory
                .holders(routing.entityId(), OfficerRole.ADMINISTRATOR)
                .chain(holders -> Multi.createFrom()
                        .iterable(holders)
                        .onItem()
                        .transformToUniAndConcatenate(contact -> send(routing, contact, alert))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** Whether he may know of the incident at all is asked again when the mail goes. */
    private Uni<Void> send(IncidentRouting routing, OfficerContact contact, Alert alert) {
        return mails.alert(
                        routing.incidentId(),
                        alert.id(),
                        contact.mailbox(),
                        contact.person(),
                        alert.subject(),
                        alert.body())
                .replaceWithVoid();
    }

    private Alert alert(IncidentRouting routing, String kind, String subject, String sentence, String path) {
        String drill = routing.drill() ? "DRILL – " : "";
        String body = (routing.drill() ? "DRILL – this is an exercise.\n\n" : "") + sentence + "\n\nIncident: "
                + routing.incidentId() + "\nOpen it: " + publicUrl + path + routing.incidentId()
                + "\n\nThis mail holds no details on purpose. Sign in to read them.\n";
        return new Alert(
                UUID.nameUUIDFromBytes((kind + "/" + routing.incidentId()).getBytes(UTF_8)), drill + subject, body);
    }
}
