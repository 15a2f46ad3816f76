package com.ceoplatform.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.gateway.support.GatewayClient;
import com.ceoplatform.gateway.support.GatewayIntegrationTest;
import com.ceoplatform.gateway.support.Login;
import com.ceoplatform.gateway.support.Upstream;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayIntegrationTest
class WebSocketIntegrationTests {

    private static final String PROTOCOL = "ceo.realtime.v1";

    @Autowired
    private GatewayClient gateway;

    @Autowired
    private Upstream upstream;

    @Test
    void connectsABrowserThatCarriesItsTokenAsSubProtocol() {
        String token = gateway.ceo();
        Listener listener = new Listener();
        WebSocket socket = gateway.http()
                .newWebSocketBuilder()
                .subprotocols(PROTOCOL, "bearer." + token)
                .buildAsync(gateway.webSocket("/ws"), listener)
                .join();

        assertThat(socket.getSubprotocol()).isEqualTo(PROTOCOL);
        Awaitility.await().until(() -> listener.texts.contains("token Bearer " + token));
        socket.sendText("Grüße 🦊", true).join();
        Awaitility.await().until(() -> listener.texts.contains("echo Grüße 🦊"));
    }

    @Test
    void passesTheCloseCodeOfTheServiceOn() {
        Listener listener = new Listener();
        WebSocket socket = connect(listener);

        socket.sendText("bye", true).join();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAtomic(listener.closeCode, org.hamcrest.Matchers.is(4409));
        assertThat(listener.reason).containsExactly("too slow");
    }

    @Test
    void passesTheCloseCodeOfTheClientOn() {
        WebSocket socket = connect(new Listener());

        socket.sendClose(4321, "enough").join();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> upstream.closes().contains(4321));
    }

    @Test
    void carriesLargeFramesWhole() {
        Listener listener = new Listener();
        WebSocket socket = connect(listener);
        String large = "x".repeat(60_000);

        socket.sendText(large, true).join();

        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() ->
                        String.join("", listener.texts).replace("echo ", "").endsWith(large));
    }

    @Test
    void answersLikeAnyRequestWhenTheServiceDoesNotAgree() {
        String token = gateway.ceo();

        assertThat(refusal("/ws/voice?unknown", "bearer." + token)).isEqualTo(503);
    }

    @Test
    void speaksWithTheVoiceServiceInItsOwnProtocol() {
        String token = gateway.ceo();
        Listener listener = new Listener();
        WebSocket socket = gateway.http()
                .newWebSocketBuilder()
                .subprotocols("ceo.voice.v1", "bearer." + token)
                .buildAsync(gateway.webSocket("/ws/voice"), listener)
                .join();

        assertThat(socket.getSubprotocol()).isEqualTo("ceo.voice.v1");
        Awaitility.await().until(() -> listener.texts.contains("token Bearer " + token));
    }

    @Test
    void carriesManyFramesInOrder() {
        Listener listener = new Listener();
        WebSocket socket = connect(listener);
        for (int i = 0; i < 500; i++) {
            socket.sendText("n" + i, true).join();
        }

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> listener.texts.size() == 501);
        assertThat(listener.texts.get(1)).isEqualTo("echo n0");
        assertThat(listener.texts.getLast()).isEqualTo("echo n499");
    }

    @Test
    void refusesAHandshakeWithoutAValidToken() {
        assertThat(refusal("/ws", null)).isEqualTo(401);
        assertThat(refusal("/ws", "bearer.nonsense")).isEqualTo(401);
    }

    @Test
    void cutsOffWhoseSessionIsRevokedWhateverTheServiceDoes() {
        Login login = gateway.loggedIn("staff", null);
        Listener listener = new Listener();
        gateway.http()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + login.token())
                .subprotocols(PROTOCOL)
                .buildAsync(gateway.webSocket("/ws"), listener)
                .join();

        gateway.delete(login.path(), gateway.ceo());

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> listener.cut);
    }

    @Test
    void isNoPlaceForPlainRequests() {
        assertThat(gateway.get("/ws", gateway.ceo()).status()).isEqualTo(404);
    }

    private WebSocket connect(Listener listener) {
        return gateway.http()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + gateway.ceo())
                .subprotocols(PROTOCOL)
                .buildAsync(gateway.webSocket("/ws"), listener)
                .join();
    }

    private int refusal(String path, @Nullable String secondProtocol) {
        WebSocket.Builder builder = gateway.http().newWebSocketBuilder();
        if (secondProtocol != null) {
            builder.subprotocols(PROTOCOL, secondProtocol);
        }
        AtomicInteger status = new AtomicInteger();
        assertThatThrownBy(() -> builder.buildAsync(gateway.webSocket(path), new Listener())
                        .join())
                .isInstanceOfSatisfying(
                        CompletionException.class,
                        failure -> status.set(((WebSocketHandshakeException) failure.getCause())
                                .getResponse()
                                .statusCode()));
        return status.get();
    }

    private static final class Listener implements WebSocket.Listener {

        private final List<String> texts = new CopyOnWriteArrayList<>();
        private final List<String> reason = new CopyOnWriteArrayList<>();
        private final AtomicInteger closeCode = new AtomicInteger();
        private final StringBuilder part = new StringBuilder();
        private volatile boolean cut;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            // The client hands over a frame in parts when its read buffer ends within it.
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            cut = true;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String why) {
            reason.add(why);
            closeCode.set(statusCode);
            cut = true;
            return null;
        }
    }
}
