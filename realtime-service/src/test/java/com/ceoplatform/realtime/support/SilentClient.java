package com.ceoplatform.realtime.support;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** A client on a bare socket that never answers a ping; it also shows what a refused handshake says. */
public final class SilentClient implements AutoCloseable {

    private static final int CLOSE = 8;

    private final Socket socket;
    private final DataInputStream in;

    private SilentClient(URI address, String token) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        in = new DataInputStream(socket.getInputStream());
        String request = "GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(US_ASCII));
    }

    /** Connects and reads the answer to the handshake. */
    public static SilentClient connect(URI address, String token) throws IOException {
        SilentClient client = new SilentClient(address, token);
        if (!client.head().startsWith("HTTP/1.1 101")) {
            throw new IllegalStateException("Not upgraded");
        }
        return client;
    }

    /** The answer to a handshake that fails: head and body as text. */
    public static String refusal(URI address, String token) throws IOException {
        try (SilentClient client = new SilentClient(address, token)) {
            String head = client.head();
            int length = head.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElse(0);
            return head + new String(client.in.readNBytes(length), US_ASCII);
        }
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        return head.toString(US_ASCII);
    }

    /** Reads on, answering nothing, until the server closes; the code of its close. */
    public int closeCode() throws IOException {
        while (true) {
            int kind = in.readUnsignedByte() & 0x0F;
            long length = in.readUnsignedByte();
            length = length == 126 ? in.readUnsignedShort() : length == 127 ? in.readLong() : length;
            if (kind == CLOSE) {
                return in.readUnsignedShort();
            }
            in.skipNBytes(length);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
