package org.candor.investigation.cases.decision;

/**
 * The tests of the definition "cyber-related security incident" (policy II.2); one that is met makes the incident so. An
 * attempt is enough.
 */
public enum CyberTest {
    /** An attempt to compromise the electronic security perimeter of a critical cyber asset. */
    ELECTRONIC_PERIMETER,
    /** An attempt to compromise its physical security perimeter. */
    PHYSICAL_PERIMETER,
    /** Disrupted, or attempted to disrupt, devices and networks that are essential to an information system. */
    ESSENTIAL_OPERATION
}
