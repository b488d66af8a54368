package org.candor.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candor.tools.NeedsTool;
import org.candor.tools.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that draws passwords and keys. */
@NeedsTool("openssl")
class SecretsTest {

    @TempDir
    Path folder;

    private Rendered checkout;
    private Path keys;

    @BeforeEach
    void draw() throws Exception {
        checkout = Rendered.in(folder);
        keys = folder.resolve("deploy/kubernetes/overlays/dev/secrets");
    }

    @Test
    void drawsEveryPasswordAnewAndKeepsTheRestOfTheExample() throws Exception {
        String drawn = Files.readString(folder.resolve("drawn.env"));
        List<String> passwords = drawn.lines()
                .filter(line -> line.matches("[A-Z_]*(PASSWORD|SECRET)[A-Z_]*=.+"))
                .map(line -> line.split("=", 2)[1])
                .toList();
        assertThat(passwords)
                .hasSize(14)
                .doesNotHaveDuplicates()
                .allMatch(password -> password.matches("[A-Za-z0-9_-]{32}"));
        assertThat(drawn).doesNotContain("=change-me").contains("CANDOR_DEMO=false\n");
        assertThat(drawn.lines().count())
                .isEqualTo(Repository.text(".env.example").lines().count());
    }

    @Test
    void drawsAKeysetForEachServiceThatSealsAndOpens() throws Exception {
        AeadConfig.register();
        for (String service : Code.SERVICES) {
            String keyset = Files.readString(keys.resolve(service + ".keyset.json"));
            Aead key = TinkJsonProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
            byte[] place = service.getBytes(UTF_8);
            assertThat(key.decrypt(key.encrypt("narrative".getBytes(UTF_8), place), place))
                    .asString(UTF_8)
                    .isEqualTo("narrative");
        }
        assertThat(contents().values()).doesNotHaveDuplicates();
    }

    /** What a step gives can be read by who is a step behind, and what he writes, by who is a step ahead. */
    @Test
    @NeedsTool("jq")
    void turnsAKeysetWithoutAMomentInWhichAReplicaCannotReadAnothers() throws Exception {
        AeadConfig.register();
        Aead first = keyset();
        turn("add");
        Aead second = keyset();
        turn("promote");
        Aead third = keyset();
        for (Aead writer : List.of(first, second, third)) {
            byte[] sealed = writer.encrypt("data key".getBytes(UTF_8), new byte[0]);
            for (Aead reader : writer.equals(first) ? List.of(first, second, third) : List.of(second, third)) {
                assertThat(reader.decrypt(sealed, new byte[0])).asString(UTF_8).isEqualTo("data key");
            }
        }
        byte[] bySecond = third.encrypt(new byte[1], new byte[0]);
        assertThatThrownBy(() -> first.decrypt(bySecond, new byte[0])).isInstanceOf(GeneralSecurityException.class);

        List<Yaml> drawn = Yaml.document(Files.readString(keys.resolve("intake.keyset.json")))
                .at("key")
                .items();
        String old = drawn.getFirst().at("keyId").text();
        String inUse = drawn.getLast().at("keyId").text();
        assertThat(turn("drop", inUse).exitCode()).isNotZero();
        Run unknown = turn("drop", "1");
        assertThat(unknown.exitCode()).isNotZero();
        assertThat(unknown.said()).contains("no key has this id");
        assertThat(turn("drop", old).exitCode()).isZero();
        assertThat(keyset().decrypt(bySecond, new byte[0])).hasSize(1);
        assertThat(contents()).hasSize(7);
    }

    @Test
    @NeedsTool("jq")
    void turnsAKeysetThatStaysAsClosedAsItWas() throws Exception {
        Path keyset = keys.resolve("intake.keyset.json");
        for (String mode : List.of("r--------", "rw-r-----")) {
            Files.setPosixFilePermissions(keyset, PosixFilePermissions.fromString(mode));
            assertThat(turn("add").exitCode()).isZero();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset)))
                    .isEqualTo(mode);
        }
    }

    /** Where other users of the machine could read it. */
    @Test
    @NeedsTool("jq")
    void showsNoKeyInACommandLine() throws Exception {
        Path said = folder.resolve("jq-was-told");
        Path jq = Files.createDirectories(folder.resolve("bin")).resolve("jq");
        Files.writeString(jq, "#!/bin/sh\necho \"$@\" >>'%s'\nPATH=${PATH#*:} exec jq \"$@\"\n".formatted(said));
        Files.setPosixFilePermissions(jq, PosixFilePermissions.fromString("rwx------"));
        String keyset = keys.resolve("intake.keyset.json").toString();
        Run.in(
                        folder,
                        Map.of("PATH", jq.getParent() + ":" + System.getenv("PATH")),
                        List.of("sh", "deploy/compose/turn-keyset.sh", "add", keyset))
                .output();
        List<Yaml> drawn =
                Yaml.document(Files.readString(Path.of(keyset))).at("key").items();
        assertThat(drawn).hasSize(2);
        assertThat(said)
                .content()
                .contains(drawn.getLast().at("keyId").text())
                .doesNotContain(drawn.getLast().at("keyData", "value").text());
    }

    private Run turn(String... step) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "deploy/compose/turn-keyset.sh", step[0]));
        command.add(keys.resolve("intake.keyset.json").toString());
        command.addAll(List.of(step).subList(1, step.length));
        return Run.in(folder, command.toArray(String[]::new));
    }

    private Aead keyset() throws Exception {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                        Files.readString(keys.resolve("intake.keyset.json")), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    @Test
    void drawsBothHalvesOfTheTrailsKey() throws Exception {
        KeyFactory keyFactory = KeyFactory.getInstance("Ed25519");
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(keyFactory.generatePrivate(new PKCS8EncodedKeySpec(pem("trail.pem"))));
        signing.update(new byte[] {1});
        byte[] signature = signing.sign();
        signing.initVerify(keyFactory.generatePublic(new X509EncodedKeySpec(pem("trail.pub.pem"))));
        signing.update(new byte[] {1});
        assertThat(signing.verify(signature)).isTrue();
    }

    @Test
    void drawsNothingTwice() throws Exception {
        Map<String, String> before = contents();
        String environment = Files.readString(folder.resolve("drawn.env"));
        assertThat(checkout.draw("drawn.env", "deploy/kubernetes/overlays/dev/secrets"))
                .isEmpty();
        assertThat(contents()).isEqualTo(before).hasSize(7);
        assertThat(folder.resolve("drawn.env")).hasContent(environment);
    }

    @Test
    void closesWhatItDrawsToOtherUsersOfTheMachine() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("drawn.env"))))
                .isEqualTo("rw-------");
    }

    private Map<String, String> contents() throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(keys)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private byte[] pem(String file) throws Exception {
        return Base64.getMimeDecoder()
                .decode(Files.readString(keys.resolve(file)).replaceAll("-----[A-Z ]+-----", ""));
    }
}
