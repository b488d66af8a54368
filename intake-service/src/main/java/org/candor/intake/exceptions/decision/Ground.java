package org.candor.intake.exceptions.decision;

/** Why somebody outside a restricted case opens it; the code travels, what he writes about it does not. */
public enum Ground {
    /** Somebody's life, health or safety may depend on it. */
    HARM_TO_A_PERSON,
    /** What harms goes on and cannot wait for those in charge. */
    CONTAINMENT,
    /** A duty of law falls due before any of those in charge can be reached (45 CFR 164.404(b), 164.412). */
    DUTY_FALLS_DUE,
    /** None of those in charge can be reached. */
    NOBODY_REACHED
}
