package org.candor.notification.text.decision;

/** Types of health information that a notice may name (45 CFR 164.404(c)(1)(B)): the kind, never the information itself. */
public enum DataKind {
    NAME("Name", "Nombre"),
    ADDRESS("Home address", "Dirección del domicilio"),
    PHONE_OR_EMAIL("Telephone number or e-mail address", "Número de teléfono o correo electrónico"),
    DATE_OF_BIRTH("Date of birth", "Fecha de nacimiento"),
    SOCIAL_SECURITY_NUMBER("Social Security number", "Número de Seguro Social"),
    DRIVER_LICENSE("Driver’s license or state ID number", "Número de licencia de conducir o identificación estatal"),
    MEDICAL_RECORD_NUMBER("Medical record number", "Número de expediente médico"),
    DIAGNOSIS("Diagnosis or condition", "Diagnóstico o enfermedad"),
    LAB_RESULTS("Lab results", "Resultados de laboratorio"),
    MEDICATIONS("Medications", "Medicamentos"),
    TREATMENT("Dates or details of treatment", "Fechas o detalles del tratamiento"),
    INSURANCE("Health insurance information", "Información del seguro médico"),
    CLAIMS("Claims or billing information", "Información de reclamos o facturación"),
    CARD_OR_ACCOUNT("Credit card or bank account number", "Número de tarjeta de crédito o cuenta bancaria"),
    OTHER("Other information", "Otra información");

    private final String english;
    private final String spanish;

    DataKind(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    public String label(boolean inSpanish) {
        return inSpanish ? spanish : english;
    }
}
