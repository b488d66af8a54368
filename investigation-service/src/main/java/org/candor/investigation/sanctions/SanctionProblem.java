package org.candor.investigation.sanctions;

import org.candor.investigation.decision.Verdict;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** The part of the service's catalogue of errors that is about sanctions. */
public enum SanctionProblem implements WordedProblem {
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
            "No se nombra a nadie en el expediente. Nombre a los implicados o dé el motivo por el que no los hay.");

    private final Wording wording;

    SanctionProblem(int status, String english, String spanish) {
        this.wording = new Wording(status, english, spanish);
    }

    static Problem of(Verdict.Refused<?> refused) {
        return new Problem(valueOf(refused.reason().name())).missing(refused.missing());
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
