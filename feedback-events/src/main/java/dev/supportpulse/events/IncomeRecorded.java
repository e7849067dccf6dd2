package dev.supportpulse.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An amount earned; negative for a refund. */
public record IncomeRecorded(
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
    String currency,
    @Nullable String tier,
    @Nullable BusinessModel businessModel,
    @Nullable String product,
    @Nullable String note,
    @Nullable String account)
    implements UpstreamData {

  public IncomeRecorded {
    Malformed.requirePresent(amount, "/data/amount");
    Malformed.requireCurrency(currency);
  }
}
