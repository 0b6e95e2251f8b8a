package eu.digitalnorth.portal.wire;

import eu.digitalnorth.messaging.effect.UnitOfWork;
import eu.digitalnorth.portal.exchange.Exchange;
import eu.digitalnorth.portal.exchange.ExchangeState.Open;
import eu.digitalnorth.portal.exchange.ExchangeState.Withdrawn;
import eu.digitalnorth.portal.exchange.Timeline;
import eu.digitalnorth.portal.store.ExchangeStore;
import eu.digitalnorth.portal.store.TimelineStore;
import java.util.List;

/**
 * Ends an exchange before its answers have come, and so destroys its response key: whatever was
 * sent or will be sent to it stays ciphertext (GDPR, Article 17).
 */
public final class Withdrawal {
  private final UnitOfWork unitOfWork;
  private final ExchangeStore exchanges;
  private final TimelineStore timelines;

  Withdrawal(UnitOfWork unitOfWork, ExchangeStore exchanges, TimelineStore timelines) {
    this.unitOfWork = unitOfWork;
    this.exchanges = exchanges;
    this.timelines = timelines;
  }

  /** An exchange that has ended already stays as it ended: its key is gone. */
  public void withdraw(Exchange exchange) {
    unitOfWork.execute(
        exchange.terms().country(),
        effects -> {
          for (Exchange locked :
              exchanges.lock(effects.country(), List.of(exchange.id())).values()) {
            if (locked.state() instanceof Open open) {
              Withdrawn withdrawn = open.withdraw(effects.now());
              exchanges.save(locked.in(withdrawn));
              timelines.add(
                  locked,
                  new Timeline(effects.country(), effects.now())
                      .ended(withdrawn, locked.createdAt()));
            }
          }
          return exchange.id();
        });
  }
}
