package org.candor.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code java -jar candor-verify.jar proof.json --key key.pem}: see the README beside it for formats and exit codes. */
public final class CandorVerify {

    /** Everything that was checked holds. */
    public static final int VERIFIED = 0;
    /** Something does not hold; the line FAIL names it. */
    public static final int DOES_NOT_VERIFY = 1;
    /** Nothing was decided: wrong use, or a file that can't be read. */
    public static final int UNREADABLE = 2;

    private static final long LARGEST_FILE = 64L * 1024 * 1024;

    private final PrintStream out;
    private final PrintStream err;

    CandorVerify(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** The same without ending the process; answers the exit code. */
    public static int run(PrintStream out, PrintStream err, String... args) {
        return new CandorVerify(out, err).run(args);
    }

    private int run(String... args) {
        if (args.length != 3 || !args[1].equals("--key")) {
            err.println("usage: java -jar candor-verify.jar <proof.json> --key <public-key.pem>");
            err.println("The key must come from somewhere you trust, not from whoever gave you the proof.");
            return UNREADABLE;
        }
        try {
            TrailKey key = TrailKey.ofPem(text(args[2]));
            return verdict(ProofDocument.read(text(args[0])), key);
        } catch (Unreadable e) {
            err.println("can't be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private int verdict(ProofDocument document, TrailKey key) {
        try {
            document.check(new Checks(out), key);
            out.println("verified");
            return VERIFIED;
        } catch (DoesNotHold e) {
            out.println("does not verify: " + e.check());
            return DOES_NOT_VERIFY;
        }
    }

    private static String text(String file) throws Unreadable {
        try {
            if (Files.size(Path.of(file)) > LARGEST_FILE) {
                throw new Unreadable(file + " is larger than any proof");
            }
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            throw new Unreadable(file + ": " + e);
        }
    }
}
