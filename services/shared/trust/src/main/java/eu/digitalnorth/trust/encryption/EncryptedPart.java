package eu.digitalnorth.trust.encryption;

/**
 * Content that was encrypted, and what may be said of it in clear.
 *
 * @param jwe compact serialisation in ASCII; not copied
 * @param digest SHA-256 over salt and content, the salt being inside: whoever opens the JWE can
 *     prove what it held, and nobody else can guess it; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // on its way into a message, never compared
public record EncryptedPart(byte[] jwe, byte[] digest) {}
