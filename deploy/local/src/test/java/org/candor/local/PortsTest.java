package org.candor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void givesTheServicesTheirDocumentedPorts() {
        Ports ports = Ports.defaults();
        assertThat(ports.of(Ports.PROXY)).isEqualTo(8080);
        assertThat(ports.of(ServiceName.INTAKE)).isEqualTo(8081);
        assertThat(ports.of(ServiceName.AUDIT)).isEqualTo(8085);
        assertThat(ports.of(Ports.management("intake"))).isEqualTo(8581);
        assertThat(ports.of(Ports.management("audit-2"))).isEqualTo(8595);
        assertThat(ports.of(Ports.KEYCLOAK)).isEqualTo(8180);
    }

    @Test
    void movesAllPortsTogether() {
        Ports moved = Ports.defaults().plus(1000);
        Ports.defaults()
                .byName()
                .forEach((name, port) -> assertThat(moved.of(name)).isEqualTo(port + 1000));
    }

    @Test
    void letsTheEnvironmentSetSinglePorts() {
        Ports ports = Ports.defaults().overriddenBy(Map.of("CANDOR_PORT_KAFKA_CONTROLLER", " 7001 ", "OTHER", "1"));
        assertThat(ports.of(Ports.KAFKA_CONTROLLER)).isEqualTo(7001);
        assertThat(ports.of(Ports.KAFKA)).isEqualTo(Ports.defaults().of(Ports.KAFKA));
    }

    @Test
    void refusesWhatIsNoPort() {
        for (String value : new String[] {"eighty", "0", "65536", "-1", "8080.5"}) {
            assertThatThrownBy(() -> Ports.defaults().overriddenBy(Map.of("CANDOR_PORT_PROXY", value)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(value);
        }
        assertThatThrownBy(() -> Ports.defaults().plus(60_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsFreePortsThatDiffer() {
        assertThat(Ports.free().byName().values()).doesNotHaveDuplicates();
        assertThat(PortCheck.complaint(Ports.free().byName())).isEmpty();
    }

    @Test
    void namesATakenPortAndWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(PortCheck.complaint(Map.of("proxy", port)).orElseThrow())
                    .contains("Port " + port)
                    .contains("proxy")
                    .contains("CANDOR_PORT_PROXY")
                    .contains("--port-offset");
        }
    }

    @Test
    void namesAPortThatIsGivenTwice() {
        int port = Ports.free().of(Ports.SMTP);
        assertThat(PortCheck.complaint(Map.of("smtp", port, "kafka", port)).orElseThrow())
                .contains("both");
    }
}
