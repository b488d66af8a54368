package org.candor.notification.directory;

import org.candor.events.OfficerRole;

/** Where an officer gets his alerts. */
public record OfficerContact(OfficerRole role, String person, String displayName, String mailbox) {}
