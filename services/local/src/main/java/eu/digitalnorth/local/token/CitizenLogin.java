package eu.digitalnorth.local.token;

import eu.digitalnorth.local.installation.Issuer;
import eu.digitalnorth.trust.crypto.Sha256;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a citizen's eID app does: the authorization code with PKCE (RFC 7636), through the issuer's
 * log-in page, filled in as the citizen would.
 */
record CitizenLogin(Issuer issuer) {
  private static final String APP = "eid-app";

  /** Nobody listens there: the code is read where the browser would be sent. */
  private static final String BACK = "http://127.0.0.1:1/signed-in";

  private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final int VERIFIER_BYTES = 32;

  AccessToken token(String userName) {
    String verifier = verifier();
    try (Browser browser = new Browser()) {
      String begin = issuer.address() + "/oauth2/authorize?" + Browser.encoded(request(verifier));
      String page = Browser.location(browser.get(begin));
      String formToken = first(FORM_TOKEN, browser.get(page).body());
      HttpResponse<String> entered =
          browser.post(
              page,
              Map.of(
                  "_csrf",
                  formToken,
                  "username",
                  userName,
                  "password",
                  issuer.secrets().ofUser(userName)));
      String code = first(CODE, Browser.location(browser.get(Browser.location(entered))));
      return AccessToken.of(
          browser.json(
              browser.post(issuer.address() + "/oauth2/token", redemption(code, verifier))));
    }
  }

  private static Map<String, String> request(String verifier) {
    return Map.of(
        "response_type",
        "code",
        "client_id",
        APP,
        "redirect_uri",
        BACK,
        "code_challenge",
        challenge(verifier),
        "code_challenge_method",
        "S256");
  }

  private static Map<String, String> redemption(String code, String verifier) {
    return Map.of(
        "grant_type", "authorization_code",
        "client_id", APP,
        "code", code,
        "redirect_uri", BACK,
        "code_verifier", verifier);
  }

  private static String verifier() {
    byte[] random = new byte[VERIFIER_BYTES];
    new SecureRandom().nextBytes(random);
    return base64(random);
  }

  private static String challenge(String verifier) {
    return base64(Sha256.of(verifier.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new TokenException("The issuer did not let the citizen log in.");
    }
    return found.group(1);
  }
}
