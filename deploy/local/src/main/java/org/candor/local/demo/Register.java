package org.candor.local.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.candor.local.api.Api;
import org.candor.local.api.Json;
import org.candor.local.api.Users;

/** The invented city's invented policies. */
final class Register {

    static final String PATH = "/audit/policies";

    /** A policy in a few words. */
    private record Entry(String code, String kind, String title, String wording, List<String> sections) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "IR-01",
                    "POLICY",
                    "Telling of incidents",
                    "Whoever notices that health information went where it should not, or that a system does what nobody asked of"
                            + " it, tells the officers on the same day. Nobody is worse off for telling.",
                    List.of("164.308(a)(6)(ii)", "164.530(g)")),
            new Entry(
                    "RR-01",
                    "PROCEDURE",
                    "Keeping and disposing of records",
                    "What shows how an incident was handled is kept for six years from its end. After that two officers decide"
                            + " whether it goes; what a court or an authority may ask for stays.",
                    List.of("164.316(b)(2)(i)", "164.530(j)")));

    private Register() {}

    /** Enters each where it is not there yet; answers how many there are. */
    static int enter(Users users, LocalDate today) throws IOException, InterruptedException {
        Api officer = users.as("security-officer");
        String known = officer.get(PATH + "?limit=200").expecting(200).text();
        for (Entry entry : ENTRIES) {
            if (!known.contains("\"" + entry.code() + "\"")) {
                officer.post(PATH, request(entry, today)).expecting(201);
            }
        }
        return ENTRIES.size();
    }

    /** What is added to the second policy, whole. */
    static Object secondVersion(LocalDate effectiveOn) {
        Entry entry = ENTRIES.getLast();
        return version(entry, entry.wording() + " Containers for paper are emptied every day.", effectiveOn);
    }

    private static Object request(Entry entry, LocalDate today) {
        return Json.of(
                "entityId", Plot.ENTITY,
                "code", entry.code(),
                "kind", entry.kind(),
                "nextReviewOn", today.plusYears(1),
                "first", version(entry, entry.wording(), today));
    }

    private static Object version(Entry entry, String wording, LocalDate effectiveOn) {
        return Json.of(
                "title", entry.title(),
                "wording", wording,
                "effectiveOn", effectiveOn,
                "leaders", List.of("City Administrator", "Security Officer"),
                "references", List.of("Handbook of the city, chapter 3"),
                "sections", entry.sections(),
                "externalIds", List.of());
    }
}
