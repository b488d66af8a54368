package org.candor.intake.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.17, 192.0.2.17",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
        "2001:DB8:1:2::9, 2001:db8:1:2:",
        "2001:db8::9, 2001:db8:0:0:",
        "::1, 0:0:0:0:"
    })
    void oneLineIsOneSender(String address, String sender) {
        assertThat(Addresses.of(SocketAddress.inetSocketAddress(80, address))).isEqualTo(sender);
    }
}
