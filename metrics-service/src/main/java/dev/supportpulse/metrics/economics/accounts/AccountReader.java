package dev.supportpulse.metrics.economics.accounts;

import dev.supportpulse.metrics.window.Window;
import java.util.List;

/** Reads what was counted by account. */
public interface AccountReader {

  /**
   * Every account that anything was counted of, as far back as the ledger reaches. An event without
   * an account belongs to that of its case, if the window tells it.
   */
  List<AccountCounts> read(String project, Window window);
}
