package org.candor.notification.webhook.decision;

import java.util.Arrays;

/**
 * Tells addresses of the public Internet from those of the own network and of special use (the IANA special-purpose registries,
 * RFC 6890). Closed for what it does not know.
 */
public final class PublicAddress {

    private static final int[][] SPECIAL_4 = {
        {0, 0, 8},
        {10, 0, 8},
        {100, 64, 10},
        {127, 0, 8},
        {169, 254, 16},
        {172, 16, 12},
        {192, 168, 16},
        {198, 18, 15},
        {224, 0, 3}
    };

    private static final int[][] SPECIAL_24 = {{192, 0, 0}, {192, 0, 2}, {192, 88, 99}, {198, 51, 100}, {203, 0, 113}};

    private PublicAddress() {}

    /** @param address four bytes or sixteen, in network order */
    public static boolean isPublic(byte[] address) {
        return switch (address.length) {
            case 4 -> isPublic4(address);
            case 16 -> isPublic6(address);
            default -> false;
        };
    }

    private static boolean isPublic4(byte[] address) {
        int first = address[0] & 0xff;
        int second = address[1] & 0xff;
        for (int[] block : SPECIAL_4) {
            int shift = 16 - block[2];
            if ((first << 8 | second) >> shift == (block[0] << 8 | block[1]) >> shift) {
                return false;
            }
        }
        int third = address[2] & 0xff;
        return Arrays.stream(SPECIAL_24)
                .noneMatch(block -> block[0] == first && block[1] == second && block[2] == third);
    }

    /** Global unicast (2000::/3) less documentation, Teredo and ORCHID; of 6to4 and NAT64 what they carry decides. */
    private static boolean isPublic6(byte[] address) {
        if (startsWith(address, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            return isPublic4(Arrays.copyOfRange(address, 12, 16));
        }
        if (startsWith(address, 0x20, 0x02)) {
            return isPublic4(Arrays.copyOfRange(address, 2, 6));
        }
        boolean special = startsWith(address, 0x20, 0x01, 0x0d, 0xb8)
                || (startsWith(address, 0x20, 0x01) && (address[2] & 0xfe) == 0)
                || startsWith(address, 0x3f, 0xff);
        return (address[0] & 0xe0) == 0x20 && !special;
    }

    private static boolean startsWith(byte[] address, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if ((address[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
