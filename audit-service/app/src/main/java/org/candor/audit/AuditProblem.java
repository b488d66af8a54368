package org.candor.audit;

import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** What can go wrong at the trail's endpoints, beside what can everywhere. */
public enum AuditProblem implements WordedProblem {
    NOT_YET_INTEGRATED(
            409,
            "The entry has its place but is not yet under a signed checkpoint. Repeat in a second.",
            "La entrada tiene su lugar, pero aún no está bajo un punto de control firmado. Repita en un segundo."),
    INCIDENT_REQUIRED(
            422,
            "Name one incident with incidentId: only the auditor reads the whole trail.",
            "Indique un incidente con incidentId: solo el auditor lee el registro completo."),
    NAMES_NOT_NEEDED(
            403,
            "This document names everybody concerned. Ask the privacy officer or an auditor, who read it.",
            "Este documento nombra a todas las personas afectadas. Pídalo al oficial de privacidad o a un auditor, que lo leen."),
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
    REVIEW_TOO_LATE(
            422,
            "A policy is reviewed at least once a year, also if nothing has changed.",
            "Una política se revisa al menos una vez al año, aunque nada haya cambiado."),
    REVIEW_NOT_AHEAD(422, "The next review must lie after today.", "La próxima revisión debe ser posterior a hoy."),
    DUTY_EXISTS(
            409,
            "The same duty is open already: same kind, subject, department and person. Go on with that one.",
            "El mismo deber ya está abierto: mismo tipo, objeto, departamento y persona. Continúe con ese."),
    DUTY_NOT_OPEN(
            409,
            "This duty was done for good or ended before.",
            "Este deber ya se cumplió definitivamente o se dio por terminado."),
    KEPT_ELSEWHERE(
            409,
            "Duties of this kind are entered and done where they come from; field says where.",
            "Los deberes de este tipo se registran y cumplen donde se originan; el campo indica dónde."),
    CHECKLIST_REQUIRED(
            409,
            "A duty of this kind is done by its check list, answered whole; field says where. Add the place there if it is not known.",
            "Un deber de este tipo se cumple con su lista de control, respondida por completo; el campo indica dónde. Añada allí el lugar si no consta."),
    AGAINST_WHOM(
            422,
            "A case of enforcement says against whom it is, who neither enters nor does it, and has no department. No other duty is against anybody.",
            "Un caso disciplinario dice contra quién es, que ni lo registra ni lo lleva, y no tiene departamento. Ningún otro deber es contra alguien."),
    UNKNOWN_KIND(
            422,
            "There is no duty of that kind. The kinds are at /audit/programme/kinds.",
            "No hay deberes de ese tipo. Los tipos están en /audit/programme/kinds."),
    INTERVAL_NOT_ALLOWED(
            422,
            "The interval is longer than law or policy allows for this kind, or the duty is done once.",
            "El intervalo es más largo de lo que la ley o la política permite, o el deber se cumple una sola vez."),
    EVIDENCE_NOT_TAKEN(
            422,
            "That does not prove a duty of this kind. The kinds say which evidence counts, and which needs a document.",
            "Eso no prueba un deber de este tipo. Los tipos indican qué prueba vale y cuál necesita un documento."),
    DONE_ON_IMPOSSIBLE(
            422,
            "It can't have been done on that day: not after today, and not before the last time.",
            "No pudo cumplirse ese día: ni después de hoy ni antes de la última vez."),
    NEXT_NOT_ALLOWED(422, "The next may not be due on that day.", "El siguiente no puede vencer ese día."),
    UNREADABLE_ROWS(
            422,
            "The file can't be read as rows: UTF-8, RFC 4180, a header line with the columns that the API names, at most 20,000 rows. The field says at which line.",
            "El archivo no se puede leer como filas: UTF-8, RFC 4180, una línea de encabezado con las columnas que indica la API, como máximo 20.000 filas. El campo dice en qué línea."),
    NO_WORDING(
            409,
            "The legal entity has no wording to sign yet. Write one at /audit/programme/commitments/texts.",
            "La entidad legal aún no tiene un texto que firmar. Escríbalo en /audit/programme/commitments/texts."),
    NEWER_WORDING(
            409,
            "Only the newest wording can be signed. Read it, then sign it.",
            "Solo se puede firmar el texto más reciente. Léalo y luego fírmelo."),
    RISK_TOO_LOW(
            422,
            "Such a place is not rated lower than its kind: reception and shared places are high, employees' areas medium.",
            "Un lugar así no se clasifica por debajo de su tipo: recepción y lugares compartidos son altos, zonas de empleados medios."),
    LOCATION_CLOSED(409, "This place was closed before.", "Este lugar ya se cerró."),
    OTHER_CHECKLISTS(
            409,
            "The check lists have another edition by now. Read them at /audit/programme/checklists and ask by them.",
            "Las listas de control ya tienen otra edición. Léalas en /audit/programme/checklists y pregunte según ellas."),
    INSPECTION_NOT_WHOLE(
            422,
            "An inspection answers each question of the place once, and says in words what is not met; missing names what lacks.",
            "Una inspección responde una vez a cada pregunta del lugar y dice con palabras lo que no se cumple; missing indica lo que falta."),
    OFFICE_ENDED(409, "This appointment ended before.", "Este nombramiento ya terminó."),
    ROLE_ENDED(409, "He has this role no longer.", "Ya no tiene esta función."),
    EXCEPTION_STANDS_OTHERWISE(
            409,
            "Only what is asked for and undecided can be decided, and only what is granted can end.",
            "Solo se decide lo solicitado y pendiente, y solo termina lo concedido."),
    EXCEPTION_REFUSED(
            422,
            "An exception is decided by another than who asked for it or is meant, and ends within a year.",
            "Una excepción la decide alguien distinto de quien la pidió o a quien se refiere, y termina en un año."),
    NOT_ORDERED(
            409,
            "Only a disposal that is ordered and undecided can be approved or refused.",
            "Solo se puede aprobar o rechazar una eliminación ordenada y sin decidir.");

    private final Wording wording;

    AuditProblem(int status, String english, String spanish) {
        wording = new Wording(status, english, spanish);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
