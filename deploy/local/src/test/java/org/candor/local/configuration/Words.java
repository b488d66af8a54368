package org.candor.local.configuration;

/** What stands around the tables. */
final class Words {

    static final String HEAD = """
            # Configuration

            Written from the sources of the services; a test fails where it differs. Every service takes its settings from, the first
            that has one: system properties (`-Dcandor.relay.poll=2s`), the environment, a file `config/application.properties` in the
            working directory, its own packaged files. In the environment a key is written in capitals with `_` for every other
            character: `CANDOR_RELAY_POLL`.

            An installation sets the variables of the first table; the keys below are for who has a reason. What is not named here is a
            mistake: **a service refuses to start with a `candor.…` or `CANDOR_…` that it does not know**, and names the one that was
            probably meant. All services may be given the same environment, with the
            [witness's](../audit-service/witness/README.md) and the [launcher's](local/README.md) in it. The settings of Quarkus itself (`quarkus.…`) and of
            OpenTelemetry (`OTEL_…`) are described by these projects.

            A duration is `250ms`, `5s`, `10m`, `72h`, `7d` or ISO 8601; a period is ISO 8601 (`P6Y`); a size is `1M`.
            """;

    static final String VARIABLES = """

            ## Variables

            | variable | for | default | secret | meaning |
            |---|---|---|---|---|
            """;

    static final String SETTINGS = """

            ## Keys of %s

            | key | type | default | variable | meaning |
            |---|---|---|---|---|
            """;

    private Words() {}
}
