package org.candor.audit.programme;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An amount that is asked for. */
@Schema(name = "Money")
public record Money(
        @NotNull
        @DecimalMin(value = "0.01", message = "must be more than nothing")
        @Digits(integer = 12, fraction = 2, message = "at most 12 digits and 2 decimals")
        @Schema(examples = "4000.00")
        BigDecimal amount,

        @NotNull @Pattern(regexp = "[A-Z]{3}") @Schema(description = "ISO 4217", examples = "USD")
        String currency) {

    boolean isOfAKnownCurrency() {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(currency));
    }
}
