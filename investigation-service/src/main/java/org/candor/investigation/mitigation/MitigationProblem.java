package org.candor.investigation.mitigation;

import org.candor.investigation.decision.Verdict;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** The part of the service's catalogue of errors that is about mitigation. */
public enum MitigationProblem implements WordedProblem {
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
            "La respuesta no puede ser anterior a la solicitud ni estar en el futuro.");

    private final Wording wording;

    MitigationProblem(int status, String english, String spanish) {
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
