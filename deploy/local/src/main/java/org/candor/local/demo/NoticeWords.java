package org.candor.local.demo;

import java.util.List;
import org.candor.local.api.Json;

/** What the notices say, plainly. */
final class NoticeWords {

    private NoticeWords() {}

    static Object english(Plot plot) {
        return Json.of(
                "whatHappened", """
                        A computer job at our health department made a list of patients. The job sent the list by e-mail to a \
                        company that used to work for us. That company had no right to see it. A clerk found the mistake, and \
                        we stopped the job.""",
                "breachOn", plot.sentOn(),
                "discoveredOn", plot.discoveredOn(),
                "dataKinds", List.of("NAME", "ADDRESS", "DATE_OF_BIRTH", "TREATMENT"),
                "steps", """
                        - Read the bills and the letters that you get from your health plan.
                        - Call us if you see care that you did not have.
                        - Do not give your data to people who call you about this notice.""",
                "response", """
                        We took the job off the network and fixed its list. We asked the company to delete the file, and it \
                        has told us that it did. We now check each list every month. No Social Security numbers and no bank \
                        data were in the file.""",
                "contact", contact(),
                "signerName", "Ines Okafor",
                "signerTitle", "Privacy Officer");
    }

    static Object spanish(Plot plot) {
        return Json.of(
                "whatHappened", """
                        Un programa de nuestro departamento de salud hizo una lista de pacientes. El programa mandó la lista por \
                        correo a una empresa que ya no trabaja para la ciudad. Esa empresa no tenía derecho a verla. Una \
                        empleada notó el error y paramos el programa.""",
                "breachOn", plot.sentOn(),
                "discoveredOn", plot.discoveredOn(),
                "dataKinds", List.of("NAME", "ADDRESS", "DATE_OF_BIRTH", "TREATMENT"),
                "steps", """
                        - Lea las cuentas y las cartas de su plan de salud.
                        - Llame si ve algo que usted no recibió.
                        - No dé sus datos a quien le llame por este aviso.""",
                "response", """
                        Sacamos el programa de la red y arreglamos su lista. Pedimos a la empresa que borrara la lista y nos dijo \
                        que lo hizo. Ahora vemos cada lista una vez al mes. No había números de Seguro Social ni datos de \
                        banco.""",
                "contact", contact(),
                "signerName", "Ines Okafor",
                "signerTitle", "Oficial de Privacidad");
    }

    private static Object contact() {
        return Json.of(
                "tollFree", "+18005550143",
                "email", "privacy@larkspurfalls.example",
                "website", "https://www.larkspurfalls.example",
                "postal", "Privacy Officer, 100 Depot Street, Larkspur Falls, WI 53999");
    }
}
