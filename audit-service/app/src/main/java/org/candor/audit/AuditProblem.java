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
    SCOPE_REQUIRED(
            422,
            "Say what the pack is about: an incident with incidentId, or a period with from and to.",
            "Indique de qué trata el paquete: un incidente con incidentId, o un período con from y to."),
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
            "El período termina antes de empezar: from no puede ser posterior a to."),
    DOCUMENT_DIFFERS(
            422,
            "The file is not what its hash says. Nothing was kept; send it again.",
            "El archivo no es lo que dice su hash. No se guardó nada; envíelo de nuevo."),
    INCIDENT_OR_PERIOD(
            422,
            "A hold is on one incident, or on a period of one legal entity that begins on from.",
            "Una retención legal es sobre un incidente, o sobre un período de una entidad legal que empieza en from."),
    ALREADY_LIFTED(409, "This hold was lifted before.", "Esta retención legal ya se levantó."),
    ALREADY_DISPOSED(
            409,
            "The disposal of these records was approved before: there is nothing left to hold.",
            "La eliminación de estos registros ya fue aprobada: no queda nada que retener."),
    MAY_NOT_GO(
            409,
            "These records may not be disposed of; missing says why.",
            "Estos registros no se pueden eliminar; missing indica por qué."),
    SIGNING_STOPPED(
            503,
            "The trail signs nothing: the witness or a copy outside remembers more than the database, as after a back-up was put back. The operator has been told.",
            "El registro no firma nada: el testigo o una copia externa recuerda más que la base de datos, como tras restaurar una copia de seguridad. El operador está avisado."),
    LOG_REMOVED(
            410,
            "The entries of that year's log were removed by an order of two people; its last checkpoint stands in the log of logs.",
            "Las entradas del registro de ese año se retiraron por orden de dos personas; su último punto de control consta en el registro de registros."),
    REVIEWED_BEFORE(409, "Somebody has reviewed this before.", "Alguien ya lo revisó."),
    CODE_TAKEN(
            409,
            "The legal entity has a policy of that code. Add a version to it, or take another code.",
            "La entidad legal ya tiene una política con ese código. Añada una versión o use otro código."),
    WITHDRAWN(409, "This policy was withdrawn.", "Esta política fue retirada."),
    VERSION_OUT_OF_ORDER(
            422,
            "A version may not begin before an earlier one: what was in effect on a past day stays so.",
            "Una versión no puede empezar antes que otra anterior: lo que estaba en vigor un día pasado permanece."),
    REVIEW_NOT_AHEAD(422, "The next review must lie after today.", "La próxima revisión debe ser posterior a hoy."),
    NOT_ORDERED(
            409,
            "Only a disposal that is ordered and undecided can be approved or refused.",
            "Solo se puede aprobar o rechazar una eliminación ordenada y sin decidir.");

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
