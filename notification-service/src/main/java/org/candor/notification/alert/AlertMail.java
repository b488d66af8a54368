package org.candor.notification.alert;

import java.util.UUID;

/** The words of an alert. Pure. */
record AlertMail(String subject, String body) {

    static AlertMail of(AlertKind kind, UUID incidentId, boolean drill, String language, String publicUrl) {
        boolean spanish = language.equals("es");
        String mark = spanish ? "SIMULACRO" : "DRILL";
        String exercise = spanish ? " – esto es un ejercicio.\n\n" : " – this is an exercise.\n\n";
        String body = (drill ? mark + exercise : "") + kind.sentence(language) + "\n\n"
                + (spanish ? "Incidente: " : "Incident: ") + incidentId + "\n"
                + (spanish ? "Ábralo: " : "Open it: ") + publicUrl + kind.path() + incidentId + "\n"
                + (spanish ? "Confirme allí que lo ha leído.\n\n" : "Acknowledge there that you have read it.\n\n")
                + (spanish
                        ? "Este correo no contiene detalles a propósito. Inicie sesión para leerlos.\n"
                        : "This mail holds no details on purpose. Sign in to read them.\n");
        return new AlertMail((drill ? mark + " – " : "") + kind.subject(language), body);
    }
}
