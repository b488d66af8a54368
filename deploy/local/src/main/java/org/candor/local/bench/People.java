package org.candor.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.candor.local.ServiceName;
import org.candor.local.api.Users;
import org.candor.local.letters.ClearanceStandIn;
import org.candor.local.letters.LetterCampaign;

/** How many people the benches of notification-service have, and campaigns of them. */
final class People implements AutoCloseable {

    private static final String SIZE = "CANDOR_BENCH_PEOPLE";

    private final TestBed bed;
    private final Connection database;
    private final Users users;
    private final ClearanceStandIn clearance;

    People(TestBed bed) throws Exception {
        this.bed = bed;
        this.clearance = ClearanceStandIn.start(bed.settings());
        this.database = bed.connect(ServiceName.NOTIFICATION);
        this.users = Users.of(bed.stack());
    }

    /** As the environment says; a million takes minutes. */
    static int size(int usual) {
        String said = System.getenv(SIZE);
        return said == null ? usual : Integer.parseInt(said);
    }

    LetterCampaign campaign(int size) throws SQLException {
        return LetterCampaign.open(users, database, size);
    }

    /** With its people in it and its letter approved. */
    LetterCampaign ready(int size, LetterCampaign.By by) throws Exception {
        LetterCampaign campaign = campaign(size);
        campaign.importRoster(campaign.sendRoster(by));
        campaign.approveLetter();
        return campaign;
    }

    /** From the start of its run to its end, as its row says. */
    double runSeconds(UUID incident) throws SQLException {
        return number("select extract(epoch from finished_at - started_at) from run where incident_id = ?", incident);
    }

    byte[] form(UUID incident) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(
                "select generic_copy from notice_text where incident_id = ? and state = 'APPROVED'")) {
            statement.setObject(1, incident);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBytes(1);
            }
        }
    }

    double residentMegabytes() {
        return bed.stack().residentBytesByComponent().get(ServiceName.NOTIFICATION.id()) / 1e6;
    }

    private double number(String sql, UUID incident) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setObject(1, incident);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getDouble(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        clearance.close();
        database.close();
    }
}
