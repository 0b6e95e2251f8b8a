package eu.digitalnorth.trust.signature;

import eu.digitalnorth.country.CountryCode;
import eu.digitalnorth.trust.Installation;
import java.nio.charset.StandardCharsets;

/** A message for tests to tamper with. */
final class Signed {
  static final SignedContent CONTENT =
      new SignedContent(
          "ee.evidence.request.v1",
          "0b9d4bd6-6a0b-4f5a-9d0e-0d2f3bb0a001".getBytes(StandardCharsets.UTF_8),
          "5a3c8e46-7a55-4f0f-8a51-64c7f1b5a002",
          "eu.digitalnorth.evidence.request.v1",
          "urn:digital-north:no:portal",
          "0b9d4bd6-6a0b-4f5a-9d0e-0d2f3bb0a001",
          Installation.START.toString(),
          "urn:sha256:" + "0123456789abcdef".repeat(4),
          new byte[] {0, 1, 2, 3, 127, -128, -1});

  static final CountryCode COUNTRY = Installation.NO;
  static final String SERVICE = "portal";

  private Signed() {}
}
