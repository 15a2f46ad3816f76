package com.ceoplatform.notification.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.common.test.infrastructure.RealInfrastructure;
import com.ceoplatform.common.test.token.TestTokens;
import com.ceoplatform.notification.NotificationServiceApplication;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how much later an urgent message reaches somebody's webhook while 10,000 other notifications are told and
 * delivered, than on an idle service: from its event in Kafka to the call, on real servers of its own.
 */
public final class UrgentLaneBenchmark {

    private static final int BULK = 10_000;
    private static final int PEOPLE = 100;
    private static final int URGENT_WHEN_IDLE = 100;
    private static final long PAUSE_MILLIS = 100;
    private static final PrintStream OUT = System.out;

    private final JdbcClient jdbc;
    private final Organisation organisation;
    private final Happenings happenings;
    private final Receiver receiver;
    private final Someone ceo;
    private final Someone onCall;
    private final UUID channel;

    private UrgentLaneBenchmark(ConfigurableApplicationContext service) {
        jdbc = service.getBean(JdbcClient.class);
        organisation = service.getBean(Organisation.class);
        happenings = service.getBean(Happenings.class);
        receiver = service.getBean(Receiver.class);
        ceo = organisation.ceo();
        onCall = organisation.staff();
        channel = organisation.privateChannel(ceo, onCall);
        webhook(onCall, "urgent");
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(
                        NotificationServiceApplication.class, RealInfrastructure.class, TestParts.class)
                .run(
                        "--server.port=0",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration,"
                                + "org.springframework.boot.data.redis.autoconfigure.DataRedisReactiveAutoConfiguration,"
                                + "org.springframework.boot.data.redis.autoconfigure.DataRedisRepositoriesAutoConfiguration",
                        "--platform.relay.enabled=false",
                        "--platform.security.jwk-set-uri=" + TestTokens.jwkSetUri(),
                        "--platform.outbound.private-hosts=127.0.0.1")) {
            new UrgentLaneBenchmark(service).run();
        }
    }

    private void run() throws InterruptedException {
        measure(sent -> sent < URGENT_WHEN_IDLE / 2);
        List<Long> idle = measure(sent -> sent < URGENT_WHEN_IDLE);
        Someone[] people = Stream.generate(organisation::staff).limit(PEOPLE).toArray(Someone[]::new);
        for (Someone person : people) {
            webhook(person, "bulk");
        }
        CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
            for (int number = 0; number < BULK; number++) {
                happenings
                        .task("task.created", Ids.next(), ceo, people[number % PEOPLE])
                        .send();
            }
        });
        long begin = System.nanoTime();
        List<Long> busy = measure(sent -> receiver.callsOf("bulk").size() < BULK);
        flood.join();
        OUT.printf("%d bulk notifications told and delivered in %.1f s%n", BULK, (System.nanoTime() - begin) / 1e9);
        OUT.printf("urgent, idle: %s%nurgent, busy: %s%n", summary(idle), summary(busy));
    }

    /** Whether another urgent message is to be sent, by how many were. */
    private interface More {
        boolean after(int sent);
    }

    private List<Long> measure(More more) throws InterruptedException {
        Map<String, Long> sentAt = new HashMap<>();
        int before = receiver.callsOf("urgent").size();
        for (int sent = 0; more.after(sent); sent++) {
            UUID message = Ids.next();
            long now = System.nanoTime();
            happenings
                    .message(channel, ceo)
                    .with("id", message)
                    .with("priority", "urgent")
                    .send();
            sentAt.put(message.toString(), now);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        await(() -> receiver.callsOf("urgent").size() >= before + sentAt.size());
        List<Long> latencies = new ArrayList<>();
        for (Receiver.Call call : receiver.callsOf("urgent")) {
            String body = new String(call.body(), UTF_8);
            sentAt.forEach((message, at) -> {
                if (body.contains(message)) {
                    latencies.add(call.nanos() - at);
                }
            });
        }
        return latencies.stream().sorted().toList();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private static String summary(List<Long> sorted) {
        return "%d messages, p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, worst %.0f ms"
                .formatted(sorted.size(), at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), sorted.getLast() / 1e6);
    }

    private static double at(List<Long> sorted, double quantile) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(quantile * sorted.size()))) / 1e6;
    }

    private void webhook(Someone person, String place) {
        jdbc.sql(
                        "INSERT INTO webhook (id, user_id, name, url, format, secret, enabled, created_by, created_at, updated_at, version)"
                                + " VALUES (:id, :user, 'Benchmark', :url, 'STANDARD', 'whsec_c2VjcmV0', true, :user, now(), now(), 0)")
                .param("id", Ids.next())
                .param("user", person.id())
                .param("url", receiver.address(place))
                .update();
    }
}
