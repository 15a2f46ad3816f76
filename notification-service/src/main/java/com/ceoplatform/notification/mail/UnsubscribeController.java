package com.ceoplatform.notification.mail;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.notification.preference.PreferenceService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ends mail by a link in it: one click of a mail program (RFC 8058), or a page for people. */
@RestController
@RequestMapping("/unsubscribe/{token}")
@Tag(name = "Unsubscribing")
class UnsubscribeController {

    private static final String PAGE = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
            + "<meta name=\"robots\" content=\"noindex\"><title>Unsubscribe</title></head>"
            + "<body style=\"font-family:sans-serif\">%s</body></html>";

    private final UnsubscribeTokens tokens;
    private final PreferenceService preferences;

    UnsubscribeController(UnsubscribeTokens tokens, PreferenceService preferences) {
        this.tokens = tokens;
        this.preferences = preferences;
    }

    /** Changes nothing: mail scanners follow links. */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "Ask whether to end such mail", description = "Needs no token of access; changes nothing.")
    @SecurityRequirements
    String ask(@PathVariable String token) {
        read(token);
        return PAGE.formatted("<p>Do you want no more such mail?</p>"
                + "<form method=\"post\"><button type=\"submit\">Unsubscribe</button></form>");
    }

    @PostMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Operation(
            summary = "End such mail",
            description =
                    "Needs no token of access. You still find everything in the list, and can have mail again by your"
                            + " preferences.")
    @SecurityRequirements
    String unsubscribe(@PathVariable String token) {
        UnsubscribeTokens.Grant grant = read(token);
        preferences.stopEmail(grant.userId(), grant.kinds());
        return PAGE.formatted("<p>You will get no more such mail. Your preferences bring it back.</p>");
    }

    private UnsubscribeTokens.Grant read(String token) {
        return tokens.read(token).orElseThrow(() -> DomainException.notFound("link"));
    }
}
