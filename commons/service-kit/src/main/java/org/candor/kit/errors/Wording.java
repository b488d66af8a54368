package org.candor.kit.errors;

/** What an entry of a catalogue says: its HTTP status, and what happened and what to do in both languages. */
public record Wording(int status, String english, String spanish) {}
