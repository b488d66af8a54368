package org.candor.notification.directory;

import java.time.ZoneId;
import org.candor.notification.document.Sender;

/** A legal entity as this service needs it: what stands on its paper, and the zone in which its legal days are counted. */
public record EntityPaper(String entityId, Sender sender, ZoneId zone) {}
