package org.candor.witness;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.candor.verify.CheckpointNote;
import org.candor.verify.Unreadable;

/**
 * What {@code add-checkpoint} takes: a line {@code old <size>}, a consistency proof with a hash in each line, an empty line, and
 * the checkpoint.
 */
record Submission(long old, List<byte[]> path, CheckpointNote checkpoint, String note) {

    private static final int LONGEST_PATH = 63;

    static Submission read(String body) throws Unreadable {
        int end = body.indexOf("\n\n");
        if (end < 0) {
            throw new Unreadable("no empty line between the proof and the checkpoint");
        }
        String[] head = body.substring(0, end).split("\n", -1);
        if (!head[0].matches("old (0|[1-9][0-9]{0,17})") || head.length > 1 + LONGEST_PATH) {
            throw new Unreadable("the first line is not: old and a size");
        }
        List<byte[]> path = new ArrayList<>();
        for (int i = 1; i < head.length; i++) {
            path.add(hash(head[i]));
        }
        String note = body.substring(end + 2);
        return new Submission(
                Long.parseLong(head[0].substring("old ".length())), path, CheckpointNote.read(note), note);
    }

    private static byte[] hash(String line) throws Unreadable {
        try {
            return Base64.getDecoder().decode(line);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("a line of the proof is not base64");
        }
    }
}
