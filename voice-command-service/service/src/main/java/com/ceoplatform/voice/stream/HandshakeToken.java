package com.ceoplatform.voice.stream;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/**
 * The access token of a handshake: from the header, or for browsers, which cannot set one, from a second sub-protocol.
 *
 * @param fromBrowser then a refusal has to be told by a close code: browsers hide the status of a failed handshake
 */
record HandshakeToken(String value, boolean fromBrowser) {

    /** The sub-protocol that the server answers with. */
    static final String PROTOCOL = "ceo.voice.v1";

    private static final String PROTOCOL_HEADER = "Sec-WebSocket-Protocol";
    private static final String PROTOCOL_TOKEN = "bearer.";
    private static final String SCHEME = "Bearer ";

    static Optional<HandshakeToken> of(HttpHeaders headers) {
        String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(
                    new HandshakeToken(authorization.substring(SCHEME.length()).strip(), false));
        }
        return protocols(headers).stream()
                .filter(protocol -> protocol.startsWith(PROTOCOL_TOKEN))
                .findFirst()
                .map(protocol -> new HandshakeToken(protocol.substring(PROTOCOL_TOKEN.length()), true));
    }

    private static List<String> protocols(HttpHeaders headers) {
        return headers.getOrEmpty(PROTOCOL_HEADER).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .toList();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "HandshakeToken[fromBrowser=" + fromBrowser + "]";
    }
}
