package org.candor.intake.reports;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** HTTP by hand, for what a well-behaved client does not do. */
final class Http {

    private Http() {}

    /** Announces a JSON body of that length, sends none of it, and answers what the service says, up to the end of its problem. */
    static String answerToHeadOf(String path, int contentLength) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String head = "POST " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                    + contentLength + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(US_ASCII));
            socket.setSoTimeout(10_000);
            return untilEndOfObject(socket.getInputStream());
        }
    }

    private static String untilEndOfObject(InputStream answer) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = answer.read(); next >= 0; next = answer.read()) {
            text.append((char) next);
            if (next == '}') {
                break;
            }
        }
        return text.toString();
    }
}
