package org.candor.notification.post;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import java.util.Base64;
import org.candor.notification.Hashes;

/** Knows one key, by its SHA-256 as {@code ssh-keygen -l} shows it, and learns none. */
record KnownFingerprint(String fingerprint) implements HostKeyRepository {

    private static final HostKey[] NONE = {};

    @Override
    public int check(String host, byte[] key) {
        String shown = "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Hashes.sha256(key));
        return shown.equals(fingerprint.strip()) ? OK : NOT_INCLUDED;
    }

    @Override
    public void add(HostKey hostkey, UserInfo ui) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return "fingerprint";
    }

    @Override
    public HostKey[] getHostKey() {
        return NONE;
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return NONE;
    }
}
