package com.ceoplatform.gateway.request;

import com.ceoplatform.gateway.token.Secret;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.util.matcher.InetAddressMatcher;
import org.springframework.security.util.matcher.InetAddressMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Finds out where a request comes from. {@code X-Forwarded-For} is believed from its end backwards, for as long as it is
 * a trusted proxy that says it: whatever a client writes into it itself stands before what the first proxy adds.
 */
@Component
public class ClientAddress {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    /** What the gateway's requests to itself say of the client they are made for, behind a secret of this process. */
    static final String ON_BEHALF_OF = "X-On-Behalf-Of";

    private static final String OWN = ClientAddress.class.getName() + ".own";

    private final String ownSecret = Secret.random();
    private final List<InetAddressMatcher> trusted;

    ClientAddress(ProxySettings settings) {
        this.trusted = settings.trusted().stream()
                .filter(text -> !text.isBlank())
                .map(String::strip)
                .map(InetAddressMatchers::fromIpAddress)
                .toList();
    }

    /** Tells this gateway, in a request that it sends to itself, whom the request is for. */
    public void tell(HttpHeaders headers, String address) {
        headers.set(ON_BEHALF_OF, ownSecret + " " + address);
    }

    /** Whether the request is one that this gateway has sent to itself. */
    public static boolean isOwn(ServerWebExchange exchange) {
        return exchange.getAttribute(OWN) != null;
    }

    /** The client's address; null when the connection's own is the right one. */
    @Nullable
    InetSocketAddress resolve(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        String told = headers.getFirst(ON_BEHALF_OF);
        if (told != null && told.startsWith(ownSecret + " ")) {
            exchange.getAttributes().put(OWN, true);
            return parse(told.substring(ownSecret.length() + 1));
        }
        InetSocketAddress peer = exchange.getRequest().getRemoteAddress();
        if (trusted.isEmpty() || peer == null || !isTrusted(peer.getAddress())) {
            return null;
        }
        return lastUntrusted(headers.getOrEmpty(FORWARDED_FOR));
    }

    private @Nullable InetSocketAddress lastUntrusted(List<String> lines) {
        List<String> hops = List.of(String.join(",", lines).split(","));
        InetSocketAddress found = null;
        for (String hop : hops.reversed()) {
            InetSocketAddress address = parse(hop.strip());
            if (address == null) {
                return found;
            }
            found = address;
            if (!isTrusted(address.getAddress())) {
                return found;
            }
        }
        return found;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.matches(address));
    }

    /** An address in figures, with or without brackets; names are never looked up. */
    private static @Nullable InetSocketAddress parse(String text) {
        try {
            return new InetSocketAddress(InetAddress.ofLiteral(text), 0);
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
