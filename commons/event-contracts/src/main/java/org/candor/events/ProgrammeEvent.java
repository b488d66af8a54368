package org.candor.events;

/** Facts of {@code audit.programme.v1}: the recurring duties between incidents. */
public sealed interface ProgrammeEvent extends Event permits DeadlineEvent {}
