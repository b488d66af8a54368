package org.candor.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Facts of {@code intake.directory.v1}; compacted, so each is the whole state of its key. */
public sealed interface DirectoryEvent extends Event
        permits DirectoryEvent.EntityChanged, DirectoryEvent.OfficerChanged, DirectoryEvent.DelegateChanged {

    /** In which role the entity is bound by HIPAA by default; a breach may say otherwise. */
    enum EntityKind {
        COVERED_ENTITY,
        BUSINESS_ASSOCIATE
    }

    /**
     * A legal entity as it is from now on. All contact data is the organisation's own and public.
     *
     * @param state two-letter postal code
     * @param timeZone IANA name; legal days are counted in it
     * @param tollFree E.164; null when there is none
     */
    @Fact("entity-changed")
    record EntityChanged(
            String entityId,
            String name,
            EntityKind kind,
            String street,
            String city,
            String state,
            String zip,
            String timeZone,
            String tollFree,
            String email,
            String website)
            implements DirectoryEvent {

        @Override
        public String subject() {
            return "entity:" + entityId;
        }
    }

    /** Days, both included, on which an officer is away. */
    record Absence(LocalDate from, LocalDate until) {}

    /**
     * An officer as he is from now on.
     *
     * @param person the identity provider's subject
     * @param mailbox where alerts go
     * @param active false once he no longer holds the role
     */
    @Fact("officer-changed")
    record OfficerChanged(
            UUID officerId,
            String entityId,
            OfficerRole role,
            String person,
            String displayName,
            String mailbox,
            List<Absence> absences,
            boolean active)
            implements DirectoryEvent {

        public OfficerChanged {
            absences = List.copyOf(absences);
        }

        @Override
        public String subject() {
            return "officer:" + officerId;
        }
    }

    /**
     * Somebody whom an officer has designated for an area, as the designation is from now on (policy I.C.1). It gives no
     * right to read: that is the token's roles and grants.
     *
     * @param area in the organisation's own words
     * @param role the officer whom he helps; null in facts from before it was told, as are name and mailbox
     * @param kinds reports that go to him as well; none where it is only on record
     * @param person the identity provider's subject
     * @param mailbox where alerts go
     * @param until last day; null while it lasts
     */
    @Fact("delegate-changed")
    record DelegateChanged(
            UUID delegateId,
            String entityId,
            String area,
            OfficerRole role,
            List<ReportKind> kinds,
            String person,
            String displayName,
            String mailbox,
            LocalDate from,
            LocalDate until)
            implements DirectoryEvent {

        public DelegateChanged {
            // Facts from before have none.
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
        }

        @Override
        public String subject() {
            return "delegate:" + delegateId;
        }
    }
}
