package org.candor.intake.receipts;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A public key as RFC 7517 and RFC 8037 write it. */
@Schema(
        name = "PublicKey",
        requiredProperties = {"kty", "crv", "x", "kid", "use", "alg"})
public record PublicKeyView(String kty, String crv, String x, String kid, String use, String alg) {}
