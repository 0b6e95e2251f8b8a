package eu.digitalnorth.trust.encryption;

/** What became of the attempt to open something that is encrypted. */
public sealed interface DecryptionOutcome {

  /**
   * @param content not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // on its way to a decoder, never compared
  record Decrypted(byte[] content) implements DecryptionOutcome {

    /** Personal data stays out of logs. */
    @Override
    public String toString() {
      return "Decrypted[" + content.length + " bytes]";
    }
  }

  record Refused(DecryptionRefusal reason) implements DecryptionOutcome {}
}
