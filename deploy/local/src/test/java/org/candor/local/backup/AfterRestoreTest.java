package org.candor.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.candor.local.Checkout;
import org.junit.jupiter.api.Test;

/** What is done by hand in a cluster after a restore is what the launcher does, statement by statement. */
class AfterRestoreTest {

    @Test
    void theScriptForClustersHasTheStatementsOfTheLauncher() throws Exception {
        String script = words(Files.readString(Checkout.find().root().resolve("deploy/postgres/after-restore.sql")));
        String numbers = CatchingUp.NUMBER_FROM.replaceFirst("\\?", ":'topic'").replaceFirst("\\?", ":last");
        List<String> statements = List.of("begin", CatchingUp.PUBLISH_AGAIN, numbers, "commit");
        assertThat(script)
                .isEqualTo(String.join(
                                "; ",
                                statements.stream().map(AfterRestoreTest::words).toList()) + ";");
    }

    /** Without comments, psql's own settings and line breaks. */
    private static String words(String sql) {
        return sql.replaceAll("(?m)^(--|\\\\).*$", "").replaceAll("\\s+", " ").strip();
    }
}
