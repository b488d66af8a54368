package org.candor.audit.programme;

import java.util.UUID;

/** What is to be kept under that id unless the same is there already. */
public record Draft<T>(UUID id, T what) {}
