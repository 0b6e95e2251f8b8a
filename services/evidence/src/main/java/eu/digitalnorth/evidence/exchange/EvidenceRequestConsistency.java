package eu.digitalnorth.evidence.exchange;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.messaging.envelope.Message;
import eu.digitalnorth.messaging.envelope.RejectedRecordException;
import eu.digitalnorth.messaging.envelope.Rejection;
import eu.digitalnorth.schemas.evidence.EvidenceRequest;

/** A request whose body contradicts its sender or its topic is nobody's: it cannot be answered. */
final class EvidenceRequestConsistency {
  private EvidenceRequestConsistency() {}

  static void check(CountryCode owner, Message<EvidenceRequest> message)
      throws RejectedRecordException {
    EvidenceRequest request = message.body();
    if (!message
        .envelope()
        .source()
        .country()
        .value()
        .equals(request.getRequester().getCountry())) {
      throw inconsistent("The requester in the body is not of the country of the ce_source");
    }
    if (!owner.value().equals(request.getProviderCountry())) {
      throw inconsistent("The provider in the body is not the country of the topic");
    }
  }

  private static RejectedRecordException inconsistent(String explanation) {
    return new RejectedRecordException(Rejection.INCONSISTENT, explanation);
  }
}
