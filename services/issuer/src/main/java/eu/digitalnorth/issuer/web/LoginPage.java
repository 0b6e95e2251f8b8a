package eu.digitalnorth.issuer.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** In the place of a country's own eID log-in. It shows nothing of what was typed. */
@RestController
class LoginPage {
  static final String PATH = "/login";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Log in · Digital North</title>
        <link rel="stylesheet" href="issuer.css">
      </head>
      <body>
        <main>
          <h1>Log in</h1>
          <p>This page stands in for a country's eID, and for an authority's own log-in: people here
          are synthetic.</p>
          %s
          <form method="post" action="login">
            <input type="hidden" name="%s" value="%s">
            <label>User name
              <input name="username" autocomplete="username" required autofocus></label>
            <label>Password
              <input name="password" type="password" autocomplete="current-password" required></label>
            <button>Log in</button>
          </form>
          <p class="quiet">An officer's user name is an authority, as
          <code>NO:university-admissions</code>; a citizen's is <code>scheme:identifier</code>.
          <code>./exchange password</code> tells the password.</p>
        </main>
      </body>
      </html>
      """;
  private static final String WRONG =
      "<p class=\"note\" role=\"alert\">User name or password is wrong.</p>";

  @GetMapping(path = PATH, produces = MediaType.TEXT_HTML_VALUE)
  String show(@RequestParam(required = false) @Nullable String error, CsrfToken token) {
    return PAGE.formatted(error == null ? "" : WRONG, token.getParameterName(), token.getToken());
  }
}
