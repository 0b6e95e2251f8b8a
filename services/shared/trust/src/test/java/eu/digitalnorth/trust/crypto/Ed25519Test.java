package eu.digitalnorth.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Ed25519Test {
  /** RFC 8032, section 7.1, test 3. */
  private static final OctetKeyPair KEY =
      new OctetKeyPair.Builder(
              Curve.Ed25519,
              hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"))
          .d(hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"))
          .build();

  private static final byte[] MESSAGE = {(byte) 0xaf, (byte) 0x82};
  private static final byte[] SIGNATURE =
      hex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
              + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")
          .decode();

  /** The order of the group, RFC 8032, section 5.1. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  @ParameterizedTest
  @MethodSource("eu.digitalnorth.trust.crypto.Providers#all")
  void theSignatureIsTheOneOfTheStandard(CryptoProvider provider) {
    assertThat(Ed25519.sign(MESSAGE, Ed25519.privateKey(KEY, provider), provider))
        .isEqualTo(SIGNATURE);
    assertThat(verifies(SIGNATURE, provider)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("eu.digitalnorth.trust.crypto.Providers#all")
  void whatOneProviderSignsEachOtherVerifies(CryptoProvider signing) {
    OctetKeyPair key = Ed25519.generate(signing);
    byte[] signature = Ed25519.sign(MESSAGE, Ed25519.privateKey(key, signing), signing);

    assertThat(Providers.all())
        .allMatch(
            verifying ->
                Ed25519.verifies(MESSAGE, signature, Ed25519.publicKey(key, verifying), verifying));
  }

  @ParameterizedTest
  @MethodSource("eu.digitalnorth.trust.crypto.Providers#all")
  void theSameSignatureInAnotherSpellingIsNone(CryptoProvider provider) {
    byte[] other = SIGNATURE.clone();
    byte[] scalar = littleEndian(ORDER.add(fromLittleEndian(SIGNATURE)));
    System.arraycopy(scalar, 0, other, 32, 32);

    assertThat(verifies(other, provider)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("eu.digitalnorth.trust.crypto.Providers#all")
  void whatHasNotTheLengthOfASignatureIsNone(CryptoProvider provider) {
    assertThat(verifies(new byte[0], provider)).isFalse();
    assertThat(verifies(new byte[63], provider)).isFalse();
    assertThat(verifies(new byte[64], provider)).isFalse();
    assertThat(verifies(new byte[65], provider)).isFalse();
  }

  private static boolean verifies(byte[] signature, CryptoProvider provider) {
    return Ed25519.verifies(MESSAGE, signature, Ed25519.publicKey(KEY, provider), provider);
  }

  private static BigInteger fromLittleEndian(byte[] signature) {
    byte[] reversed = new byte[32];
    for (int i = 0; i < 32; i++) {
      reversed[i] = signature[63 - i];
    }
    return new BigInteger(1, reversed);
  }

  private static byte[] littleEndian(BigInteger number) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 32; i++) {
      bytes[i] = number.shiftRight(8 * i).byteValue();
    }
    return bytes;
  }

  private static Base64URL hex(String digits) {
    return Base64URL.encode(HexFormat.of().parseHex(digits));
  }
}
