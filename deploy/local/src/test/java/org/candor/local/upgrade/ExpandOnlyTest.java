package org.candor.local.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.candor.local.ServiceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The release before goes on working on the newest schema. */
class ExpandOnlyTest {

    private final ExpandOnly rule = new ExpandOnly(Set.of("0.1.0"));

    @ParameterizedTest
    @EnumSource
    void whatComesAfterTheReleaseOnlyAdds(ServiceName service) throws IOException {
        for (Path migration : Migrations.of(service).since()) {
            assertThat(rule.violations(Files.readString(migration)))
                    .as("%s: see deploy/upgrade/README.md", migration.getFileName())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table report;",
                "DROP TABLE IF EXISTS trail.entry CASCADE;",
                "truncate report;",
                "drop schema vault cascade;",
                "alter table report drop column kind;",
                "alter table report\n    add column a text,\n    drop kind;",
                "alter table report rename to reports;",
                "alter table only report rename column kind to sort;",
                "alter table report alter column kind type integer using 1;",
                "alter table report alter kind set data type integer;",
                "alter table report alter column kind set not null;",
                "alter table report add column kind text not null;",
                "alter table report add kind numeric(4, 2) not null check (kind > 0);",
                "update report set kind = ';'; alter table report drop column kind;",
                "-- contract: unused since 0.9.0\nalter table report drop column kind;"
            })
    void refusesWhatTheReleaseBeforeCouldNotLiveWith(String sql) {
        assertThat(rule.violations(sql)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table letter (id uuid primary key, word text not null);",
                "create table letter (id uuid);\nalter table letter add column word text not null;\ndrop table letter;",
                "alter table report add column kind text;",
                "alter table report add column kind text not null default 'A';",
                "alter table report add column size integer not null generated always as (length(kind)) stored;",
                "alter table report alter column kind drop not null, alter column kind drop default;",
                "alter table report drop constraint report_kind_check, add constraint report_kind_check check (kind is"
                        + " not null);",
                "create index on report (kind); drop index report_old;",
                "-- drop table report;\n"
                        + "insert into note values ('drop table report; alter table report drop column kind');",
                "-- contract: unused since 0.1.0\nalter table report drop column kind;"
            })
    void letsAddAndLetsGoWhatIsUnused(String sql) {
        assertThat(rule.violations(sql)).isEmpty();
    }

    @Test
    void theLineIsDrawnWhereMigrationsAre() throws IOException {
        assertThat(Migrations.release()).isEqualTo("0.1.0");
        for (ServiceName service : ServiceName.values()) {
            List<Path> released = Migrations.of(service).released();
            assertThat(released).as(service.id()).hasSizeGreaterThan(10);
        }
    }
}
