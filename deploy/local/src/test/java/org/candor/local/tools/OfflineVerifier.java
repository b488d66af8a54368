package org.candor.local.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.candor.local.Checkout;
import org.candor.local.Stack;
import org.candor.local.keys.Keys;
import org.candor.local.process.Java;
import org.candor.local.witness.WitnessProcess;
import org.candor.verify.CandorVerify;

/** The verifier that whoever doubts us runs, with the keys that their owners keep. */
public record OfflineVerifier(Path trailKey, Path witnessKey) {

    /** @param words all that it printed */
    public record Verdict(int code, String words) {}

    private static final long SECONDS_TO_VERIFY = 60;

    public static OfflineVerifier of(Stack stack) throws Exception {
        return new OfflineVerifier(
                new Keys(stack.layout().keys()).trailPublicKey(), WitnessProcess.publicKey(stack.layout()));
    }

    /** In a process of its own, as the README says. */
    public Verdict verify(Path pack) throws Exception {
        Path jar = Checkout.find().root().resolve("audit-service/verifier/target/candor-verify.jar");
        List<String> command = new ArrayList<>(List.of(Java.executable(), "-jar", jar.toString()));
        command.addAll(List.of(arguments(pack)));
        Process verifier = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor(SECONDS_TO_VERIFY, TimeUnit.SECONDS)).isTrue();
        return new Verdict(verifier.exitValue(), words);
    }

    /** Changes one bit of one byte of the pack, so often and each time another, and wants each change found. */
    public void findsEveryChangeOf(Path pack, int changes) throws Exception {
        byte[] good = Files.readAllBytes(pack);
        Path changed = pack.resolveSibling("changed.zip");
        Random random = new Random(changes);
        for (int i = 0; i < changes; i++) {
            byte[] bad = good.clone();
            int at = random.nextInt(bad.length);
            bad[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(code(Files.write(changed, bad)))
                    .as("byte %d of %d", at, bad.length)
                    .isIn(CandorVerify.DOES_NOT_VERIFY, CandorVerify.UNREADABLE);
        }
        Files.delete(changed);
    }

    /** In this process, because a JVM for each of hundreds takes minutes. */
    private int code(Path pack) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return CandorVerify.run(nowhere, nowhere, arguments(pack));
    }

    private String[] arguments(Path pack) {
        return new String[] {pack.toString(), "--key", trailKey.toString(), "--witness", witnessKey.toString()};
    }
}
