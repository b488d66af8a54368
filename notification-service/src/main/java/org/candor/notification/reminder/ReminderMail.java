package org.candor.notification.reminder;

import org.candor.notification.reminder.ReminderKinds.Kind;
import org.candor.notification.reminder.ReminderKinds.Mail;

/** A mail that asks to read a reminder: fixed words of its kind, and where it is read. Pure. */
record ReminderMail(String subject, String body) {

    private static final String READ = "Sign in to read it, and confirm there that you have:";
    private static final String LEA = "Inicie sesión para leerlo y confirme allí que lo ha leído:";
    private static final String END = "This mail holds no details on purpose.";
    private static final String FIN = "Este correo no contiene detalles a propósito.";

    static ReminderMail of(Kind kind, boolean spanish, String publicUrl) {
        Mail mail = spanish ? kind.spanish() : kind.english();
        return new ReminderMail(
                mail.subject(),
                mail.body() + "\n\n" + (spanish ? LEA : READ) + "\n" + publicUrl + "/notification/reminders/mine\n\n"
                        + (spanish ? FIN : END) + "\n");
    }
}
