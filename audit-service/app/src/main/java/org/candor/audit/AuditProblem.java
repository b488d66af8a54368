package org.candor.audit;

import org.candor.kit.errors.ProblemCode;

/** What can go wrong at the trail's endpoints, beside what can everywhere. */
public enum AuditProblem implements ProblemCode {
    NOT_YET_INTEGRATED(
            409,
            "The entry has its place but is not yet under a signed checkpoint. Repeat in a second.",
            "La entrada tiene su lugar, pero aún no está bajo un punto de control firmado. Repita en un segundo."),
    INCIDENT_REQUIRED(
            422,
            "Name one incident with incidentId: only the auditor reads the whole trail.",
            "Indique un incidente con incidentId: solo el auditor lee el registro completo."),
    SIZE_BEYOND_CHECKPOINT(
            422,
            "The trail is not that long: no checkpoint of that size is signed.",
            "El registro no es tan largo: no hay ningún punto de control firmado de ese tamaño."),
    NO_CHECKPOINT_OF_SIZE(
            422,
            "No checkpoint of exactly that size was signed. Take the size of a checkpoint that you hold.",
            "No se firmó ningún punto de control de exactamente ese tamaño. Use el tamaño de uno que usted tenga."),
    SIZES_IN_WRONG_ORDER(
            422,
            "A trail only grows: from must not be greater than to.",
            "El registro solo crece: from no puede ser mayor que to."),
    PERIOD_IN_WRONG_ORDER(
            422,
            "The period ends before it begins: from must not be after to.",
            "El período termina antes de empezar: from no puede ser posterior a to.");

    private final int status;
    private final String english;
    private final String spanish;

    AuditProblem(int status, String english, String spanish) {
        this.status = status;
        this.english = english;
        this.spanish = spanish;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String english() {
        return english;
    }

    @Override
    public String spanish() {
        return spanish;
    }
}
