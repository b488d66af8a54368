package org.candor.local.api;

import java.io.IOException;

/** A thing that several people change: each change names the version it was made for. */
public final class Versioned {

    private static final int STALE = 412;

    private final String path;
    private final String readBelow;
    private String etag = "";

    public Versioned(String path) {
        this(path, "");
    }

    /** @param readBelow where below its path it is read */
    public Versioned(String path, String readBelow) {
        this.path = path;
        this.readBelow = readBelow;
    }

    public String path() {
        return path;
    }

    public Answer read(Api reader) throws IOException, InterruptedException {
        Answer answer = reader.get(path + readBelow).expecting(200);
        etag = answer.etag();
        return answer;
    }

    /** Changes it below its path; what an event has changed meanwhile is read first, as a person would. */
    public Answer change(Api writer, String method, String below, Object body)
            throws IOException, InterruptedException {
        if (etag.isEmpty()) {
            read(writer);
        }
        Answer answer = writer.change(method, path + below, etag, body);
        if (answer.status() == STALE) {
            read(writer);
            answer = writer.change(method, path + below, etag, body);
        }
        if (!answer.etag().isEmpty()) {
            etag = answer.etag();
        }
        return answer;
    }
}
