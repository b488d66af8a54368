package org.candor.breach.assessment.decision;

/** Whether the organisation's own policy was broken, whatever the law says (policy III.A.2.e). */
public record PolicyFinding(boolean violated, String support) {}
