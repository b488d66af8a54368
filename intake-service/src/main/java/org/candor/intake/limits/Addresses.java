package org.candor.intake.limits;

import io.vertx.core.net.SocketAddress;
import java.util.Locale;

/** What counts as one sender: an IPv4 address, or the 64 bits of IPv6 that one line is given. */
final class Addresses {

    private static final int GROUPS_OF_A_LINE = 4;

    private Addresses() {}

    static String of(SocketAddress remote) {
        String address = remote == null || remote.hostAddress() == null ? "" : remote.hostAddress();
        return address.contains(":") ? line(address.toLowerCase(Locale.ROOT)) : address;
    }

    /** Works on the text, because looking a name up must never happen here. */
    private static String line(String address) {
        int zone = address.indexOf('%');
        String plain = zone < 0 ? address : address.substring(0, zone);
        int gap = plain.indexOf("::");
        String head = gap < 0 ? plain : plain.substring(0, gap);
        String[] groups = head.isEmpty() ? new String[0] : head.split(":");
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < GROUPS_OF_A_LINE; i++) {
            line.append(i < groups.length ? Integer.toHexString(Integer.parseInt(groups[i], 16)) : "0")
                    .append(':');
        }
        return line.toString();
    }
}
