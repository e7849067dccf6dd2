package dev.supportpulse.events;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount spent. {@code inTotalCost} marks the entries that the total cost TC adds to the rated
 * volumes.
 */
public record CostRecorded(
    CostKind kind,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
    String currency,
    @Nullable NeedCategory category,
    @Nullable SupportMode mode,
    @Nullable Channel channel,
    @Nullable String tier,
    @Nullable String tool,
    @Nullable String caseId,
    @Nullable Boolean inTotalCost,
    @Nullable String note,
    @Nullable String account)
    implements UpstreamData {

  public CostRecorded {
    Malformed.requirePresent(kind, "/data/kind");
    Malformed.requirePresent(amount, "/data/amount");
    Malformed.requireCurrency(currency);
  }
}
