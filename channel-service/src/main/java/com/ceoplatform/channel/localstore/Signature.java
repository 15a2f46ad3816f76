package com.ceoplatform.channel.localstore;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request claims about its signer (AWS Signature Version 4), from the query of a presigned address or from the
 * headers.
 *
 * @param credential access key, day, region, service and {@code aws4_request}, separated by slashes
 * @param life how long a presigned address is good for; for a request signed by headers how far clocks may differ
 * @param payloadHash of the body, or {@code UNSIGNED-PAYLOAD}
 */
record Signature(
        String credential,
        Instant signedAt,
        Duration life,
        List<String> signedHeaders,
        String value,
        String payloadHash) {

    static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(15);
    private static final Duration LONGEST_LIFE = Duration.ofDays(7);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Reads the claim; a request without one is refused. */
    static Signature of(HttpServletRequest request) throws S3Refusal {
        try {
            String header = request.getHeader("Authorization");
            return header == null ? presigned(parameters(request)) : signed(request, header);
        } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException damaged) {
            throw S3Refusal.denied("The signature cannot be read.");
        }
    }

    private static Signature presigned(Map<String, String> query) throws S3Refusal {
        if (!ALGORITHM.equals(query.get("X-Amz-Algorithm"))) {
            throw S3Refusal.denied("A signature is needed.");
        }
        Duration life = Duration.ofSeconds(Long.parseLong(required(query, "X-Amz-Expires")));
        if (life.isNegative() || life.compareTo(LONGEST_LIFE) > 0) {
            throw S3Refusal.denied("A presigned address is good for seven days at most.");
        }
        return new Signature(
                required(query, "X-Amz-Credential"),
                TIME.parse(required(query, "X-Amz-Date"), Instant::from),
                life,
                List.of(required(query, "X-Amz-SignedHeaders").split(";")),
                required(query, "X-Amz-Signature"),
                UNSIGNED);
    }

    private static Signature signed(HttpServletRequest request, String header) throws S3Refusal {
        if (!header.startsWith(ALGORITHM + " ")) {
            throw S3Refusal.denied("Only " + ALGORITHM + " is understood.");
        }
        Map<String, String> parts = Arrays.stream(
                        header.substring(ALGORITHM.length()).split(","))
                .map(part -> part.strip().split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part.length > 1 ? part[1] : ""));
        return new Signature(
                required(parts, "Credential"),
                TIME.parse(required(headers(request), "x-amz-date"), Instant::from),
                CLOCK_DIFFERENCE,
                List.of(required(parts, "SignedHeaders").split(";")),
                required(parts, "Signature"),
                required(headers(request), "x-amz-content-sha256"));
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of("x-amz-date", "x-amz-content-sha256")) {
            @Nullable String value = request.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return headers;
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }

    /** Refuses what the holder of the key did not sign, did not sign like this, or signed for another time. */
    void require(HttpServletRequest request, String accessKey, String secretKey, Instant now) throws S3Refusal {
        String[] scope = credential.split("/");
        if (scope.length != 5 || !scope[0].equals(accessKey) || !signedHeaders.contains("host")) {
            throw S3Refusal.denied("This store has not given out that key.");
        }
        if (now.isAfter(signedAt.plus(life)) || now.isBefore(signedAt.minus(CLOCK_DIFFERENCE))) {
            throw S3Refusal.denied("Request has expired");
        }
        byte[] key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (int index = 1; index < scope.length; index++) {
            key = Digests.hmac(key, scope[index]);
        }
        String text = String.join(
                "\n",
                ALGORITHM,
                TIME.format(signedAt),
                credential.substring(accessKey.length() + 1),
                Digests.sha256(canonical(request)));
        String expected = HexFormat.of().formatHex(Digests.hmac(key, text));
        if (!MessageDigest.isEqual(expected.getBytes(UTF_8), value.getBytes(UTF_8))) {
            throw S3Refusal.wrongSignature();
        }
    }

    private String canonical(HttpServletRequest request) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + header(request, name) + "\n")
                .collect(Collectors.joining());
        String query = parameters(request).entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("X-Amz-Signature"))
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
        return String.join(
                "\n",
                request.getMethod(),
                request.getRequestURI(),
                query,
                headers,
                String.join(";", signedHeaders),
                payloadHash);
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value.strip().replaceAll(" +", " ");
    }

    /** The query's parameters; those of S3 come once each. */
    static Map<String, String> parameters(HttpServletRequest request) {
        Map<String, String> parameters = new HashMap<>();
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                String[] pair = part.split("=", 2);
                parameters.put(decode(pair[0]), pair.length > 1 ? decode(pair[1]) : "");
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
