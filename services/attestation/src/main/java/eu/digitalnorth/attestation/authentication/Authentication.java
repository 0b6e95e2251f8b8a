package eu.digitalnorth.attestation.authentication;

import java.time.Instant;

/**
 * A decoupled authentication (OpenID CIBA Core 1.0): asked for here, approved or denied by the
 * citizen elsewhere. Only a pending one can become something else, and does so once.
 */
public sealed interface Authentication {
  AuthReqId id();

  AuthenticationRequest request();

  Instant startedAt();

  State state();

  /** Whether it is the person of this pseudonym who is authenticated. */
  default boolean isOf(String subject) {
    return request().hint().subject().equals(subject);
  }

  /** The names by which states are stored and shown. */
  enum State {
    PENDING,
    APPROVED,
    DENIED,
    EXPIRED
  }

  /** Waits for the citizen. */
  record Pending(AuthReqId id, AuthenticationRequest request, Instant startedAt)
      implements Authentication {

    /**
     * @throws NoLongerPendingException if it is too late
     */
    public Approved approve(Instant now) {
      inTime(now);
      return new Approved(id, request, startedAt, now);
    }

    /**
     * @throws NoLongerPendingException if it is too late
     */
    public Denied deny(Instant now) {
      inTime(now);
      return new Denied(id, request, startedAt, now);
    }

    /**
     * @throws IllegalStateException if it is too early
     */
    public Expired expire(Instant now) {
      if (!request.isExpired(now)) {
        throw new IllegalStateException("An authentication that has time left does not expire");
      }
      return new Expired(id, request, startedAt, now);
    }

    @Override
    public State state() {
      return State.PENDING;
    }

    private void inTime(Instant now) {
      if (request.isExpired(now)) {
        throw new NoLongerPendingException(State.EXPIRED);
      }
    }
  }

  /** Over, one way or another. */
  sealed interface Ended extends Authentication {
    Instant decidedAt();
  }

  /** The citizen, or the policy in the citizen's place, agreed. */
  record Approved(AuthReqId id, AuthenticationRequest request, Instant startedAt, Instant decidedAt)
      implements Ended {
    @Override
    public State state() {
      return State.APPROVED;
    }
  }

  /** The citizen declined: {@code access_denied}. */
  record Denied(AuthReqId id, AuthenticationRequest request, Instant startedAt, Instant decidedAt)
      implements Ended {
    @Override
    public State state() {
      return State.DENIED;
    }
  }

  /** The citizen did neither in time: {@code expired_token}. */
  record Expired(AuthReqId id, AuthenticationRequest request, Instant startedAt, Instant decidedAt)
      implements Ended {
    @Override
    public State state() {
      return State.EXPIRED;
    }
  }
}
