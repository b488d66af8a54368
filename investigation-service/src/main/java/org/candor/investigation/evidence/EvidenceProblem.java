package org.candor.investigation.evidence;

import java.util.Optional;
import org.candor.investigation.evidence.decision.EvidenceFlaw;
import org.candor.kit.errors.Problem;
import org.candor.kit.errors.WordedProblem;
import org.candor.kit.errors.Wording;

/** The part of the service's catalogue of errors that is about evidence. */
public enum EvidenceProblem implements WordedProblem {
    HASH_MISSING(
            422,
            "Digital evidence needs the SHA-256 that was taken when it was collected.",
            "La prueba digital requiere el SHA-256 tomado al recogerla."),
    HASH_OF_A_PHYSICAL_ITEM(
            422,
            "A physical item has no SHA-256. Record its files as items of their own.",
            "Un objeto físico no tiene SHA-256. Registre sus archivos como pruebas propias."),
    EVIDENCE_TIME_IN_THE_FUTURE(422, "That time has not come yet.", "Esa hora aún no ha llegado."),
    HANDOVER_BEFORE_THE_LAST(
            422,
            "This handover lies before the last one. The chain of custody has one direction.",
            "Esta entrega es anterior a la última. La cadena de custodia tiene una sola dirección."),
    FILE_OF_A_PHYSICAL_ITEM(409, "A physical item has no file.", "Un objeto físico no tiene archivo."),
    FILE_KEPT_ALREADY(
            409,
            "The file is kept already and is never replaced. Record another file as an item of its own.",
            "El archivo ya está guardado y no se reemplaza. Registre otro archivo como prueba propia."),
    FILE_EMPTY(422, "The file is empty.", "El archivo está vacío."),
    EVIDENCE_HASH_DIFFERS(
            422,
            "The file is not what was collected: its SHA-256 differs from the recorded one. Nothing was kept.",
            "El archivo no es el que se recogió: su SHA-256 difiere del registrado. No se guardó nada."),
    NOT_ALTERED(
            409,
            "Only evidence that was found changed, and not examined yet, is examined.",
            "Solo se examina una prueba hallada alterada y aún no examinada."),
    UNKNOWN_STEP_ENTRY(422, "The case has no such step entry.", "El caso no tiene esa entrada de paso."),
    NO_FILE_KEPT(404, "No file of this item is kept.", "No se guarda ningún archivo de esta prueba."),
    EVIDENCE_ALTERED(
            500,
            "The stored file no longer is what was collected. Do not rely on it: the security officer is alerted; take"
                    + " the original from its holder and record an examination.",
            "El archivo guardado ya no es el que se recogió. No confíe en él: se ha alertado al responsable de"
                    + " seguridad; tome el original de quien lo tiene y registre un examen.");

    private final Wording wording;

    EvidenceProblem(int status, String english, String spanish) {
        this.wording = new Wording(status, english, spanish);
    }

    static void refuse(Optional<EvidenceFlaw> flaw) {
        flaw.ifPresent(found -> {
            throw new Problem(valueOf(found.name()));
        });
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
