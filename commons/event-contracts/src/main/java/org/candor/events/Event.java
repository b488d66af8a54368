package org.candor.events;

/** A fact that one service tells the others. Names are in the past tense; commands never travel. */
public sealed interface Event
        permits ReportEvent,
                DirectoryEvent,
                RoutingEvent,
                CaseEvent,
                AssessmentEvent,
                ObligationEvent,
                NoticeEvent,
                CheckpointEvent,
                RetentionEvent,
                ProgrammeEvent,
                AccessEvent {

    /** The record key and CloudEvents subject: the incident id, or the aggregate's id where there is no incident. */
    String subject();
}
