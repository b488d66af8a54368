package org.candor.local.demo;

import java.util.List;
import org.candor.local.api.Json;

/** What only the officer can answer on the worksheet for HHS; the product fills in the rest. */
final class HhsAnswers {

    private HhsAnswers() {}

    static Object of(Plot plot) {
        return Json.of(
                "contactFirstName", List.of("Ines"),
                "contactLastName", List.of("Okafor"),
                "entityType", List.of("Healthcare Provider"),
                "breachStart", List.of(plot.sentOn().toString()),
                "breachEnd", List.of(plot.sentOn().toString()),
                "breachType", List.of("Unauthorized Access/Disclosure"),
                "location", List.of("Email"),
                "phiTypes", List.of("Clinical", "Demographic"),
                "clinical", List.of("Other Treatment Information"),
                "demographic", List.of("Address/ZIP", "Date of Birth", "Name"),
                "description", List.of("""
                        A nightly export job sent a spreadsheet with 612 patients by e-mail to a former vendor, whose address was \
                        still on the job's list. No Social Security numbers or account numbers were in it."""),
                "safeguards", List.of("Security Rule Administrative Safeguards (Risk Analysis, Risk Management, etc.)"),
                "actions", List.of("Adopted encryption technologies", "Implemented new technical safeguards"),
                "attestationName", List.of("Ines Okafor"),
                "attestationDate", List.of(plot.today().toString()));
    }
}
