package org.candor.investigation.cyber;

import org.candor.investigation.decision.Verdict;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** The part of the service's catalogue of errors that is about policy II. */
public enum CyberProblem implements WordedProblem {
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
            "Es un simulacro: nada sale de la organización.");

    private final Wording wording;

    CyberProblem(int status, String english, String spanish) {
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
