package org.candor.investigation.cases;

import org.candor.investigation.cases.decision.Decision.Refused;
import org.candor.investigation.cases.decision.Refusal;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** The service's catalogue of errors: one entry for each {@link Refusal}, and what the shell adds. */
public enum InvestigationProblem implements WordedProblem {
    ANOTHER_ROLES_COMMAND(
            403,
            "Another role does this. The case view lists what you may do.",
            "Esto corresponde a otra función. La vista del caso indica lo que usted puede hacer."),
    WRONG_PHASE(
            409,
            "The case is in another phase. The case view lists what it allows now.",
            "El caso está en otra fase. La vista del caso indica lo que permite ahora."),
    CASE_CLOSED(
            409,
            "The case is closed. Reopen it with a reason first.",
            "El caso está cerrado. Primero reábralo con un motivo."),
    CONTRADICTORY_TRIAGE(
            422,
            "These answers cannot be true together; the named ones would have to be yes.",
            "Estas respuestas no pueden ser ciertas a la vez; las indicadas tendrían que ser afirmativas."),
    NOT_A_PERMITTED_DISCLOSURE(
            422,
            "A permitted disclosure meets every condition of its check list; the named ones are not met.",
            "Una divulgación permitida cumple todas las condiciones de su lista; las indicadas no se cumplen."),
    BREACH_QUESTION_ASKED_ALREADY(
            409,
            "The breach question is open already or answered.",
            "La pregunta sobre la violación ya está abierta o respondida."),
    UNKNOWN_STEP(422, "No playbook has that step.", "Ningún plan contiene ese paso."),
    STEP_OF_ANOTHER_PHASE(
            409,
            "That step belongs to another phase than the present one.",
            "Ese paso pertenece a una fase distinta de la actual."),
    STEP_RECORDED_ALREADY(
            409,
            "The step is recorded. Correct it by a later entry that names the wrong one.",
            "El paso ya está registrado. Corríjalo con una entrada posterior que indique la errónea."),
    UNKNOWN_ENTRY(
            422,
            "There is no standing entry of that step with this id to correct.",
            "No hay una entrada vigente de ese paso con este identificador que corregir."),
    END_BEFORE_START(422, "The end lies before the start.", "El final es anterior al inicio."),
    TIME_IN_THE_FUTURE(422, "That time has not come yet.", "Esa hora aún no ha llegado."),
    TIMES_MISSING(
            422,
            "Begun needs a start; done a start and an end; not applicable neither.",
            "Iniciado requiere un inicio; hecho, inicio y final; no aplicable, ninguno."),
    WORDS_MISSING(
            422,
            "Say the result, or the reason why the step does not apply.",
            "Indique el resultado o el motivo por el que el paso no se aplica."),
    ORDER_RULE_BROKEN(
            409,
            "This breaks the order of the playbook. If it really happened so, give the reason of the deviation.",
            "Esto incumple el orden del plan. Si realmente ocurrió así, indique el motivo de la desviación."),
    NO_APPROVAL_ASKED(409, "The playbook asks no approval of that step.", "El plan no pide aprobación de ese paso."),
    STEP_NOT_DONE(
            409,
            "Only a step that is done can be approved. Record its end first.",
            "Solo puede aprobarse un paso hecho. Primero registre su final."),
    STEP_APPROVED_ALREADY(409, "The step is approved.", "El paso ya está aprobado."),
    OWN_STEP(
            403,
            "Nobody approves what he recorded himself. Ask the security officer or the administrator.",
            "Nadie aprueba lo que él mismo registró. Pídalo al responsable de seguridad o al administrador."),
    SAFETY_DECIDED_ALREADY(409, "It is decided that way already.", "Ya está decidido de esa manera."),
    PHASE_NOT_COMPLETE(
            409,
            "The phase cannot end while the named things are missing.",
            "La fase no puede terminar mientras falten los elementos indicados."),
    DOCUMENTATION_INCOMPLETE(
            409,
            "The form cannot be signed while items of the minimum documentation are missing.",
            "El formulario no puede firmarse mientras falten elementos de la documentación mínima."),
    FORM_OF_ANOTHER_KIND(
            409, "A case of this kind does not have that form.", "Un caso de este tipo no tiene ese formulario."),
    FORM_SIGNED_ALREADY(409, "The form is signed as it stands.", "El formulario ya está firmado tal como está."),
    UNKNOWN_RECOMMENDATION(404, "The case has no such recommendation.", "El caso no tiene esa recomendación."),
    RECOMMENDATION_DECIDED_ALREADY(409, "The recommendation is decided.", "La recomendación ya está decidida."),
    OWN_RECOMMENDATION(403, "Nobody decides what he proposed himself.", "Nadie decide sobre lo que él mismo propuso."),
    RECOMMENDATION_NOT_APPROVED(
            409, "Only an approved recommendation is carried out.", "Solo se lleva a cabo una recomendación aprobada."),
    DUE_DAY_PASSED(422, "The due day has passed.", "La fecha límite ya ha pasado."),
    UNKNOWN_TASK(404, "The case has no such task.", "El caso no tiene esa tarea."),
    TASK_ENDED_ALREADY(409, "The task is done or cancelled.", "La tarea está hecha o cancelada."),
    NO_COMPLAINT(409, "The report was no complaint.", "El informe no era una queja."),
    COMPLAINT_ANSWERED_ALREADY(409, "The complaint is answered.", "La queja ya está respondida."),
    ANSWER_OUT_OF_TIME(
            422,
            "The answer bears the day on which it is made: today in the entity's zone.",
            "La respuesta lleva la fecha del día en que se hace: hoy en la zona horaria de la entidad."),
    EXTENSION_TOO_LATE(
            409,
            "More time is told before the thirtieth day, and that day has come. Send the answer now.",
            "La prórroga se comunica antes del trigésimo día, y ese día ha llegado. Envíe la respuesta ya."),
    EXTENSION_NOT_LATER(
            422, "The new day must lie after the present last day.", "La nueva fecha debe ser posterior a la actual."),
    ANONYMOUS_BY_MAILBOX_ONLY(
            422,
            "The complainant gave no name and is reached through the mailbox of the receipt only.",
            "Quien presentó la queja no dio su nombre y solo se le alcanza por el buzón del comprobante."),
    OPEN_MATTERS_REMAIN(
            409,
            "The case cannot be closed while the named matters are open.",
            "El caso no puede cerrarse mientras los asuntos indicados estén abiertos."),
    EVIDENCE_NOT_EXAMINED(
            409,
            "Stored evidence was found changed. The security officer compares it with the original of its holder and writes"
                    + " an examination; then the case can be closed.",
            "Se halló alterada una prueba guardada. El responsable de seguridad la compara con el original de quien lo tiene"
                    + " y registra un examen; entonces podrá cerrarse el caso."),
    ANOTHER_ROLES_MATTER(403, "Another role decides this on this case.", "En este caso lo decide otra función."),
    ENTITY_UNKNOWN(
            409,
            "The directory has not told the legal entity of this case yet, and so not the zone of its days.",
            "El directorio aún no ha informado de la entidad legal de este caso ni de su zona horaria."),
    NO_LESSONS_LEARNED(
            404,
            "Nothing is written about lessons learned yet.",
            "Aún no hay nada escrito sobre lecciones aprendidas.");

    private final Wording wording;

    InvestigationProblem(int status, String english, String spanish) {
        this.wording = new Wording(status, english, spanish);
    }

    static Problem of(Refused refused) {
        return new Problem(valueOf(refused.reason().name())).missing(refused.missing());
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
