package eu.digitalnorth.trust.attestation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a person: all that an issuer knows, or as much of it as was disclosed. It is
 * personal data, so that {@link #toString} tells only which claims there are.
 */
public final class PidClaims {
  private final Map<PidClaim, Object> values;

  private PidClaims(Map<PidClaim, Object> values) {
    this.values = values;
  }

  /** Empty if a value is not of its claim's kind. */
  static Optional<PidClaims> of(Map<PidClaim, Object> values) {
    return values.entrySet().stream()
            .allMatch(entry -> entry.getKey().kind().isOneOf(entry.getValue()))
        ? Optional.of(new PidClaims(new EnumMap<>(values)))
        : Optional.empty();
  }

  public static Builder builder() {
    return new Builder();
  }

  public Set<PidClaim> names() {
    return values.keySet();
  }

  public Optional<String> text(PidClaim claim) {
    return value(claim, ClaimKind.TEXT).map(String.class::cast);
  }

  public Optional<LocalDate> date(PidClaim claim) {
    return value(claim, ClaimKind.DATE).map(String.class::cast).map(LocalDate::parse);
  }

  public Optional<Long> number(PidClaim claim) {
    return value(claim, ClaimKind.NUMBER).map(Long.class::cast);
  }

  /** Empty if it is not there. */
  @SuppressWarnings("unchecked") // its kind was checked
  public List<String> texts(PidClaim claim) {
    return value(claim, ClaimKind.TEXTS).map(list -> (List<String>) list).orElse(List.of());
  }

  @SuppressWarnings("unchecked") // its kind was checked
  public Optional<Map<String, String>> object(PidClaim claim) {
    return value(claim, ClaimKind.OBJECT).map(map -> (Map<String, String>) map);
  }

  Object json(PidClaim claim) {
    return value(claim, claim.kind()).orElseThrow();
  }

  private Optional<Object> value(PidClaim claim, ClaimKind kind) {
    if (claim.kind() != kind) {
      throw new IllegalArgumentException(claim + " is " + claim.kind() + ", not " + kind);
    }
    return Optional.ofNullable(values.get(claim));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PidClaims that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return "PidClaims" + values.keySet();
  }

  /** Takes null for what there is not. */
  public static final class Builder {
    private final Map<PidClaim, Object> values = new EnumMap<>(PidClaim.class);

    private Builder() {}

    public Builder text(PidClaim claim, @Nullable String value) {
      return put(claim, ClaimKind.TEXT, value);
    }

    public Builder date(PidClaim claim, @Nullable LocalDate value) {
      return put(claim, ClaimKind.DATE, value == null ? null : value.toString());
    }

    public Builder number(PidClaim claim, @Nullable Long value) {
      return put(claim, ClaimKind.NUMBER, value);
    }

    public Builder texts(PidClaim claim, Collection<String> values) {
      return put(claim, ClaimKind.TEXTS, values.isEmpty() ? null : List.copyOf(values));
    }

    public Builder object(PidClaim claim, @Nullable Map<String, String> members) {
      return put(claim, ClaimKind.OBJECT, members == null ? null : Map.copyOf(members));
    }

    private Builder put(PidClaim claim, ClaimKind kind, @Nullable Object value) {
      if (claim.kind() != kind) {
        throw new IllegalArgumentException(claim + " is " + claim.kind() + ", not " + kind);
      }
      if (value != null) {
        values.put(claim, value);
      }
      return this;
    }

    public PidClaims build() {
      return of(values).orElseThrow(() -> new IllegalArgumentException("Not of their kind"));
    }
  }
}
