package org.candor.notification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.DirectoryEvent.Absence;
import org.candor.events.DirectoryEvent.DelegateChanged;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.EntityKind;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.events.OfficerRole;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.test.Facts;

/** An entity of its own for each test, and its officers as intake's directory tells of them. */
record Officers(String entity) {

    static Officers of(String test) {
        String entity = test + "-" + UUID.randomUUID();
        Facts.send(
                Topic.DIRECTORY,
                new EntityChanged(
                        entity,
                        "City of " + test,
                        EntityKind.COVERED_ENTITY,
                        "100 Main Street",
                        "Larkspur Falls",
                        "WI",
                        "54901",
                        Fixtures.ZONE.getId(),
                        "+18005550142",
                        "privacy@larkspur-falls.example",
                        "https://larkspur-falls.example"),
                entity);
        return new Officers(entity);
    }

    /** Subjects are the entity's own, so that no wish or alert of another test meets them. */
    String subject(String name) {
        return name + "@" + entity;
    }

    String mailbox(String name) {
        return name + "@" + entity + ".example";
    }

    Officers with(OfficerRole role, String name, Absence... absences) {
        tell(UUID.randomUUID(), role, name, true, absences);
        return this;
    }

    /** Designated to help whoever holds that role, from long ago; no officer himself. */
    Officers helping(OfficerRole role, String name) {
        Facts.send(
                Topic.DIRECTORY,
                new DelegateChanged(
                        UUID.randomUUID(),
                        entity,
                        "Complaints of the health department",
                        role,
                        List.of(ReportKind.COMPLAINT),
                        subject(name),
                        name,
                        mailbox(name),
                        LocalDate.of(2020, 1, 1),
                        null),
                entity);
        return this;
    }

    void tell(UUID id, OfficerRole role, String name, boolean active, Absence... absences) {
        Facts.send(
                Topic.DIRECTORY,
                new OfficerChanged(id, entity, role, subject(name), name, mailbox(name), List.of(absences), active),
                entity);
    }
}
