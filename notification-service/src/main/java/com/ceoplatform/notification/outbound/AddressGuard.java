package com.ceoplatform.notification.outbound;

import static java.util.Objects.requireNonNull;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

/**
 * Keeps calls out of the private network. It is the resolver of the client itself: what it lets through is what is connected
 * to, so that a name cannot point elsewhere a moment after it was checked.
 */
@Component
public class AddressGuard implements DnsResolver {

    private static final int HIGHEST_PORT = 65_535;

    private final Set<String> privateHosts;

    AddressGuard(OutboundSettings settings) {
        privateHosts = settings.privateHosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What is wrong with an address that somebody wants to be called; empty when nothing is, as far as can be seen now. */
    public Optional<String> objection(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException malformed) {
            return Optional.of("is not an address");
        }
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null || uri.getScheme() == null) {
            return Optional.of("is not an absolute address without user information");
        }
        if (uri.getPort() > HIGHEST_PORT) {
            return Optional.of("names a port that does not exist");
        }
        boolean known = isPrivatelyAllowed(host);
        if (!uri.getScheme().equals("https") && !(known && uri.getScheme().equals("http"))) {
            return Optional.of("must begin with https://");
        }
        try {
            resolve(host);
            return Optional.empty();
        } catch (UnknownHostException refused) {
            return Optional.of("must name a host that exists in the public network");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(requireNonNull(host, "host is null"));
        if (!isPrivatelyAllowed(host)) {
            for (InetAddress address : addresses) {
                if (!isPublic(address)) {
                    throw new RefusedAddressException(host);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private boolean isPrivatelyAllowed(String host) {
        return privateHosts.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether an address is one of the public Internet (IANA's special-purpose registries, RFC 6890). */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] octets = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(octets) : isPublicV6(octets);
    }

    private static boolean isPublicV4(byte[] octets) {
        int first = Byte.toUnsignedInt(octets[0]);
        int second = Byte.toUnsignedInt(octets[1]);
        int third = Byte.toUnsignedInt(octets[2]);
        boolean carrierGrade = first == 100 && second >= 64 && second < 128;
        boolean protocolAssignments = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean benchmarks = first == 198 && (second == 18 || second == 19);
        boolean documentation =
                (first == 198 && second == 51 && third == 100) || (first == 203 && second == 0 && third == 113);
        return first != 0 && first < 224 && !carrierGrade && !protocolAssignments && !benchmarks && !documentation;
    }

    /** Only global unicast, without the ranges that carry an IPv4 address in themselves. */
    private static boolean isPublicV6(byte[] octets) {
        int first = Byte.toUnsignedInt(octets[0]) << 8 | Byte.toUnsignedInt(octets[1]);
        int second = Byte.toUnsignedInt(octets[2]) << 8 | Byte.toUnsignedInt(octets[3]);
        boolean globalUnicast = first >> 13 == 1;
        boolean sixToFour = first == 0x2002;
        boolean specialPurpose = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        return globalUnicast && !sixToFour && !specialPurpose;
    }
}
