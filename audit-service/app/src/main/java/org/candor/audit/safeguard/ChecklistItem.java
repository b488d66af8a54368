package org.candor.audit.safeguard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One question of an inspection. */
@Schema(name = "ChecklistItem")
public record ChecklistItem(String id, String asks) {}
