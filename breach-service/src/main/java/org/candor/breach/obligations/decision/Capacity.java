package org.candor.breach.obligations.decision;

/** In which role the entity acts in this breach; it decides whom it owes a notice (45 CFR 164.404, 164.410). */
public enum Capacity {
    COVERED_ENTITY,
    BUSINESS_ASSOCIATE
}
