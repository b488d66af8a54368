package org.candor.local.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** One SMTP connection, one message after another, and two commits a message. */
final class RawMail implements AutoCloseable {

    private static final String TEXT = "A notice of some length.\r\n".repeat(60);

    private final Connection database;
    private final PreparedStatement mark;
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    private RawMail(Connection database, PreparedStatement mark, Socket socket) throws IOException {
        this.database = database;
        this.mark = mark;
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        this.out = socket.getOutputStream();
    }

    static RawMail open(Connection database, int port) throws SQLException, IOException {
        try (Statement table = database.createStatement()) {
            // Temporary tables are not written ahead; this one must be as durable as the product's.
            table.execute("create table if not exists bench_mail (id int primary key, state text not null)");
        }
        RawMail mail = new RawMail(
                database,
                database.prepareStatement(
                        "insert into bench_mail values (?, ?) on conflict (id) do update set state = excluded.state"),
                new Socket(InetAddress.getLoopbackAddress(), port));
        mail.answer();
        mail.say("EHLO bench");
        return mail;
    }

    double perSecond(int messages) throws Exception {
        long begin = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            commit(i, "IN_FLIGHT");
            say("MAIL FROM:<bench@bench.example>");
            say("RCPT TO:<p" + i + "@mail.example>");
            say("DATA");
            say("From: bench@bench.example\r\nTo: p" + i + "@mail.example\r\nSubject: A notice\r\nMessage-ID: <raw-"
                    + begin + "-" + i + "@bench.example>\r\n\r\n" + TEXT + ".");
            commit(i, "SENT");
        }
        return messages * 1e9 / (System.nanoTime() - begin);
    }

    private void commit(int id, String state) throws SQLException {
        mark.setInt(1, id);
        mark.setString(2, state);
        mark.executeUpdate();
    }

    private void say(String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        answer();
    }

    private void answer() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        if (line == null || line.charAt(0) > '3') {
            throw new IOException("the mail server said " + line);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        socket.close();
        try (Statement table = database.createStatement()) {
            table.execute("drop table bench_mail");
        }
        database.close();
    }
}
