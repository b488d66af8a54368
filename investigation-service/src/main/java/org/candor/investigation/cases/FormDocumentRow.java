package org.candor.investigation.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The frozen document of a signature. */
@Entity
@Table(name = "form_document")
class FormDocumentRow {

    @Id
    @Column(name = "signature_id")
    UUID signatureId;

    byte[] pdf;

    byte[] content;
}
