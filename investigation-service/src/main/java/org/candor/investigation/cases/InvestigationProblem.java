package org.candor.investigation.cases;

import org.candor.investigation.cases.decision.Decision.Refused;
import org.candor.investigation.cases.decision.Refusal;
import org.candor.investigation.decision.Verdict;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.ProblemCode;

/** The service's catalogue of errors: one entry for each {@link Refusal}, and what the shell adds. */
public enum InvestigationProblem implements ProblemCode {
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
    HARM_NOT_DESCRIBED(
            422,
            "Harm is known: say which harmful effect.",
            "Se conoce un daño: indique cuál es el efecto perjudicial."),
    CORRECTED_IN_THE_FUTURE(
            422, "Nothing was corrected on a day to come.", "Nada se corrigió en una fecha que aún no ha llegado."),
    REPLY_DUE_DAY_PASSED(422, "The day for the reply has passed.", "La fecha para la respuesta ya ha pasado."),
    REQUEST_ENDED_ALREADY(409, "The request is answered or withdrawn.", "La solicitud ya está respondida o retirada."),
    REPLY_OUT_OF_TIME(
            422,
            "The reply cannot lie before the request or in the future.",
            "La respuesta no puede ser anterior a la solicitud ni estar en el futuro."),
    NOT_CYBER_RELATED(
            409,
            "Triage did not find this case cyber-related; policy II does not apply.",
            "El triaje no consideró este caso como ciberincidente; la política II no se aplica."),
    RESPONSE_NOT_OVER(
            409,
            "The response is not over while the case is in triage or containment.",
            "La respuesta no ha terminado mientras el caso esté en triaje o contención."),
    ORDER_STATED_ALREADY(409, "That part is stated and stays.", "Esa parte ya está declarada y se mantiene."),
    STATED_IN_THE_FUTURE(422, "That time has not come yet.", "Esa hora aún no ha llegado."),
    INDICATOR_MALFORMED(422, "A value is not of the type it is said to be.", "Un valor no es del tipo que se indica."),
    INDICATORS_MISSING(422, "There is no indicator in this draft.", "No hay ningún indicador en este borrador."),
    DRAFT_ENDED(409, "The draft was sent or withdrawn.", "El borrador ya fue enviado o retirado."),
    NOTHING_TO_OVERRIDE(
            409,
            "The check finds nothing; there is nothing to override.",
            "La comprobación no encuentra nada que anular."),
    GROUND_DOES_NOT_FIT(
            422,
            "Indicators never carry health information. Take it out, or say that it is of no individual.",
            "Los indicadores nunca llevan información de salud. Elimínela o indique que no es de una persona."),
    OWN_DRAFT(
            403,
            "Nobody clears or signs a draft that he wrote in.",
            "Nadie autoriza ni firma un borrador en el que ha escrito."),
    IDENTIFIER_NOT_REGISTERED(
            409,
            "Nothing was removed: one of these is not registered as it is written here.",
            "No se quitó nada: uno de estos no está registrado tal como se escribe aquí."),
    PHI_FOUND(
            409,
            "The check found identifiers. Take them out, or have somebody else record why they may stand.",
            "La comprobación encontró identificadores. Elimínelos o haga que otra persona registre por qué pueden quedar."),
    DRAFT_NOT_SIGNED(
            409,
            "Somebody else than its authors must sign it first.",
            "Antes debe firmarlo alguien que no sea su autor."),
    DRAFT_SIGNED_ALREADY(409, "The draft is signed.", "El borrador ya está firmado."),
    ORDER_NOT_KEPT(
            409,
            "Policy II.B asks for the named parts first. If it had to be sent earlier, give the reason. The clock runs on.",
            "La política II.B exige antes las partes indicadas. Si hubo que enviarlo antes, dé el motivo. El plazo sigue."),
    SENT_OUT_OF_TIME(
            422,
            "It cannot have been sent before it was signed or in the future.",
            "No puede haberse enviado antes de la firma ni en el futuro."),
    DRILL_SENDS_NOTHING(
            409,
            "This is an exercise: nothing leaves the organisation.",
            "Es un simulacro: nada sale de la organización."),
    ANOTHER_ROLES_MATTER(403, "Another role decides this on this case.", "En este caso lo decide otra función."),
    NOT_TRIAGED_YET(
            409,
            "Triage comes first: it says whether there was a violation.",
            "Primero el triaje: dice si hubo una infracción."),
    NO_VIOLATION_NO_SANCTION(
            409,
            "Triage found a disclosure that the rules permit. Nobody is sanctioned for it.",
            "El triaje encontró una divulgación permitida. Nadie es sancionado por ella."),
    SANCTIONS_OPEN_ALREADY(
            409,
            "There is a sanction record for this incident. Ask its readers.",
            "Ya existe un expediente de sanciones para este incidente. Pregunte a sus lectores."),
    SANCTIONS_CONCLUDED(409, "The sanction record is concluded.", "El expediente de sanciones está concluido."),
    READER_IS_CONCERNED(
            409,
            "Somebody whom the record concerns cannot read it.",
            "Quien está afectado por el expediente no puede leerlo."),
    READER_MISSING(422, "You must be among the readers yourself.", "Usted mismo debe figurar entre los lectores."),
    ACCOUNT_MISSING(
            422,
            "Give the subject of the person's account, or say that there is no account; never both.",
            "Indique el identificador de la cuenta de la persona o que no tiene cuenta; nunca ambas cosas."),
    STATEMENT_RECORDED_ALREADY(
            409,
            "The statement is recorded. Write what came later as a note.",
            "La declaración ya está registrada. Escriba lo posterior como nota."),
    NOT_BEFORE_NOW(422, "That time has not come yet.", "Esa hora aún no ha llegado."),
    MEASURE_DOES_NOT_FIT(
            422,
            "That measure is not for this kind of person: employment ends for workforce, the relationship for others.",
            "Esa medida no corresponde a esta persona: el empleo termina para el personal, la relación para los demás."),
    PROTECTED_ACT(
            409,
            "The act is protected (45 CFR 164.530(e)(1)): no sanction is lawful.",
            "El acto está protegido (45 CFR 164.530(e)(1)): ninguna sanción es lícita."),
    PROTECTION_STAYS(
            409,
            "An earlier check found the act protected. That stays; a later check may only add to it.",
            "Una comprobación anterior halló el acto protegido. Eso se mantiene; otra posterior solo puede añadir."),
    RULED_ALREADY(409, "It is decided about this person.", "Ya se ha decidido sobre esta persona."),
    NO_PROPOSAL(409, "Somebody else must propose a measure first.", "Antes otra persona debe proponer una medida."),
    OWN_PROPOSAL(
            403,
            "Who ever proposed a measure for this person does not decide. Ask another reader.",
            "Quien alguna vez propuso una medida para esta persona no decide. Pídalo a otro lector."),
    STRONGER_THAN_PROPOSED(
            409,
            "Nothing harder than the proposed measure can be decided. Have the harder one proposed first.",
            "No puede decidirse nada más severo que lo propuesto. Haga que antes se proponga la medida más severa."),
    GATES_REMAIN(
            409,
            "No sanction before the named things are on record.",
            "Ninguna sanción antes de que conste lo indicado."),
    UNLIKE_EARLIER_SANCTIONS(
            409,
            "Like cases ended otherwise. Say why this one differs.",
            "Casos similares terminaron de otra manera. Indique por qué este es distinto."),
    PERSONS_NOT_RULED(
            409,
            "It is not decided about everybody in the record.",
            "No se ha decidido sobre todas las personas del expediente."),
    NOBODY_NAMED(
            409,
            "Nobody is named in the record. Name who was involved, or give the reason why nobody is.",
            "No se nombra a nadie en el expediente. Nombre a los implicados o dé el motivo por el que no los hay."),
    NOT_IN_CHARGE(
            403,
            "Only an officer in charge of the case sets up its team.",
            "Solo un responsable del caso forma su equipo."),
    OFFICERS_MISSING(
            409,
            "Every officer in charge belongs to the team; the named ones are missing.",
            "Todos los responsables del caso pertenecen al equipo; faltan los indicados."),
    NOT_READY(
            409,
            "This person cannot be assigned: what is named is missing or has expired.",
            "No se puede asignar a esta persona: lo indicado falta o ha caducado."),
    CONFLICT_OF_INTEREST(
            409,
            "This person may not see the incident and cannot be assigned to it.",
            "Esta persona no puede ver el incidente y no se le puede asignar."),
    ASSIGNED_ALREADY(409, "This person is assigned for that area.", "Esta persona ya está asignada a esa área."),
    RELEASED_ALREADY(409, "The assignment has ended.", "La asignación ya terminó."),
    OWN_READINESS(
            403,
            "Nobody vouches for his own training or authorisation.",
            "Nadie avala su propia formación o autorización."),
    TRAINING_DATES_WRONG(
            422,
            "A course is completed today or earlier, and counts until that day or later.",
            "Un curso se completa hoy o antes y vale hasta ese día o después."),
    ENTITY_UNKNOWN(
            409,
            "The directory has not told the legal entity of this case yet, and so not the zone of its days.",
            "El directorio aún no ha informado de la entidad legal de este caso ni de su zona horaria."),
    NO_LESSONS_LEARNED(
            404,
            "Nothing is written about lessons learned yet.",
            "Aún no hay nada escrito sobre lecciones aprendidas.");

    private final int status;
    private final String english;
    private final String spanish;

    InvestigationProblem(int status, String english, String spanish) {
        this.status = status;
        this.english = english;
        this.spanish = spanish;
    }

    static Problem of(Refused refused) {
        return new Problem(valueOf(refused.reason().name())).missing(refused.missing());
    }

    /** What a feature beside the case refused; its reason has the name of an entry. */
    public static Problem of(Verdict.Refused<?> refused) {
        return new Problem(valueOf(refused.reason().name())).missing(refused.missing());
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
