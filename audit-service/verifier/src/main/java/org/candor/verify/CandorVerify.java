package org.candor.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** {@code java -jar candor-verify.jar pack.zip} and {@code … proof.json --key key.pem}: see the README beside it for formats and exit codes. */
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
        try {
            Arguments arguments = Arguments.of(args);
            Keyring keys = arguments.keys();
            Path file = Path.of(arguments.file());
            if (PackCheck.isPack(begin(file))) {
                return verdict(checks -> new PackCheck(file, keys, checks).run());
            }
            if (keys.trailKeys().isEmpty()) {
                throw new Unreadable("a proof is checked against a key that you trust: give --key\n" + Arguments.USAGE);
            }
            if (!keys.tsas().isEmpty()) {
                throw new Unreadable("a proof bears no time-stamp, a pack does\n" + Arguments.USAGE);
            }
            ProofDocument document = ProofDocument.read(text(arguments.file()));
            return verdict(checks -> document.check(checks, keys));
        } catch (Unreadable | InvalidPathException e) {
            err.println("can't be read: " + e.getMessage());
            return UNREADABLE;
        }
    }

    /** What is to be verified. */
    private interface Check {
        void run(Checks checks) throws Unreadable, DoesNotHold;
    }

    private int verdict(Check check) throws Unreadable {
        try {
            check.run(new Checks(out));
            out.println("verified");
            return VERIFIED;
        } catch (DoesNotHold e) {
            out.println("does not verify: " + e.check());
            return DOES_NOT_VERIFY;
        }
    }

    private static byte[] begin(Path file) throws Unreadable {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(2);
        } catch (IOException e) {
            throw new Unreadable(file + ": " + e);
        }
    }

    static String text(String file) throws Unreadable {
        try {
            if (Files.size(Path.of(file)) > LARGEST_FILE) {
                throw new Unreadable(file + " is larger than any proof");
            }
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new Unreadable(file + ": " + e);
        }
    }
}
