package org.candor.kit.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;

/** A key management service within this process, found on the class path as a provider's client would be. */
public final class OwnKms implements KmsClient {

    static final Aead AEAD = aead();

    private static Aead aead() {
        try {
            return Keysets.one().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean doesSupport(String keyUri) {
        return keyUri.startsWith("own-kms://");
    }

    @Override
    public KmsClient withCredentials(String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String keyUri) {
        return AEAD;
    }
}
