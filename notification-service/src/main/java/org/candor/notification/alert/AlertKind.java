package org.candor.notification.alert;

/** What officers are told of at once. The words say that something happened and where to look; never what it is about. */
public enum AlertKind {
    /** S0 R11, G-20; policy I.B.1.c. Its code is older than its occasion, which is now the report and not the case. */
    INCIDENT(
            "case-opened",
            "/investigation/cases/",
            "An incident was reported",
            "A report has come in, and you are among those in charge of it or responsible for the organisation.",
            "Se informó de un incidente",
            "Ha llegado un informe, y usted está entre quienes se encargan de él o responden por la organización."),
    /** S4 III.A.1, T-07: the administrator is told that the breach question is open. */
    ASSESSMENT_OPENED(
            "assessment-opened",
            "/breach/assessments/",
            "A breach assessment was opened",
            "It is being assessed whether protected health information was breached. The clock of 45 CFR 164.404 may be running.",
            "Se abrió una evaluación de violación",
            "Se evalúa si hubo una violación de información de salud protegida. El plazo de 45 CFR 164.404 puede estar corriendo."),
    /** Policy I.B.1: whoever reported is heard also afterwards. */
    REPORTER_WROTE(
            "reporter-wrote",
            "/intake/reports/",
            "A reporter has written",
            "Whoever reported has sent a message, an answer, a file or a withdrawal.",
            "La persona que informó ha escrito",
            "Quien informó envió un mensaje, una respuesta, un archivo o un retiro."),
    /** Policy I.B.1.b; 45 CFR 164.530(g). */
    CHECK_UP_DUE(
            "check-up-due",
            "/intake/reports/",
            "A check-up with a reporter is due",
            "The day has come to ask whoever reported whether there has been retaliation (45 CFR 164.530(g)).",
            "Toca un seguimiento con quien informó",
            "Ha llegado el día de preguntar a quien informó si hubo represalias (45 CFR 164.530(g))."),
    /** Policy I.B.1.c: nobody can be recused whom the directory does not know. */
    PERSON_NAMED(
            "person-named",
            "/intake/reports/",
            "A person was named whom the directory does not know",
            "One more person may be involved. Find out who it is: nobody was recused for it.",
            "Se nombró a una persona que el directorio no conoce",
            "Puede haber una persona más implicada. Averigüe quién es: nadie fue recusado por ello."),
    /** 45 CFR 164.502(b): a second person learns of it at once, and each use is reviewed. */
    BREAK_GLASS(
            "break-glass",
            "/intake/reports/",
            "An incident was opened by somebody outside it",
            "Somebody who does not work on this incident has opened it for himself for a time, with a reason. See who it was and"
                    + " why among the exceptions, and whether it was needed.",
            "Alguien ajeno abrió un incidente",
            "Alguien que no trabaja en este incidente lo abrió para sí por un tiempo, con un motivo. Vea quién fue y por qué"
                    + " entre las excepciones, y si era necesario."),
    /** Investigation goes on after it was closed. */
    CASE_REOPENED(
            "case-reopened",
            "/investigation/cases/",
            "A case was opened again",
            "A closed case is open again; its duties are on the board.",
            "Se reabrió un caso",
            "Un caso cerrado está abierto de nuevo; sus deberes están en el tablero."),
    /** Policy I.G.1: who complained is answered; another way has to be found. */
    COMPLAINANT_NOT_REACHED(
            "complainant-not-reached",
            "/intake/reports/",
            "A letter to a complainant was refused",
            "The mail server refused a letter to whoever complained. Find another way to reach him (policy I.G.1).",
            "Se rechazó una carta a un reclamante",
            "El servidor de correo rechazó una carta a quien reclamó. Busque otra forma de comunicarse (política I.G.1)."),
    /** Nobody has said in time that he read the alert of an incident. */
    NOT_ACKNOWLEDGED(
            "not-acknowledged",
            "/investigation/cases/",
            "Nobody has acknowledged an incident",
            "Those in charge were told of an incident, and none of them has acknowledged it in time.",
            "Nadie ha confirmado un incidente",
            "Se avisó de un incidente a los encargados, y ninguno lo ha confirmado a tiempo.");

    private final String code;
    private final String path;
    private final String subject;
    private final String sentence;
    private final String spanishSubject;
    private final String spanishSentence;

    AlertKind(
            String code, String path, String subject, String sentence, String spanishSubject, String spanishSentence) {
        this.code = code;
        this.path = path;
        this.subject = subject;
        this.sentence = sentence;
        this.spanishSubject = spanishSubject;
        this.spanishSentence = spanishSentence;
    }

    String code() {
        return code;
    }

    String path() {
        return path;
    }

    String subject(String language) {
        return language.equals("es") ? spanishSubject : subject;
    }

    String sentence(String language) {
        return language.equals("es") ? spanishSentence : sentence;
    }
}
