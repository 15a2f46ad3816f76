package com.ceoplatform.deploy.platform;

import com.ceoplatform.common.events.DatabaseBootstrap;
import com.ceoplatform.deploy.home.DataDirectory;
import com.ceoplatform.deploy.home.LaunchFailure;
import com.ceoplatform.deploy.home.Ports;
import com.ceoplatform.deploy.home.Progress;
import com.ceoplatform.deploy.home.Secrets;
import com.ceoplatform.deploy.infrastructure.LocalKafka;
import com.ceoplatform.deploy.infrastructure.LocalPostgres;
import com.ceoplatform.deploy.infrastructure.LocalRedis;
import com.ceoplatform.deploy.service.PlatformService;
import com.ceoplatform.deploy.service.ServiceEnvironment;
import com.ceoplatform.deploy.supervision.SupervisedProcess;
import com.ceoplatform.deploy.supervision.Supervisor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The database, the broker and the cache that the services share. */
final class Infrastructure {

    /** What stops after the services, in this order: the database last, because everything may still write to it. */
    static final List<String> STOP_ORDER = List.of(LocalKafka.NAME, LocalRedis.NAME, LocalPostgres.NAME);

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    private final LocalRedis redis;
    private final Secrets secrets;

    Infrastructure(DataDirectory data, Ports ports, Secrets secrets, Path kafkaJars) {
        this.postgres = new LocalPostgres(data, ports.postgres(), secrets.postgres());
        this.kafka = new LocalKafka(data, ports.kafka(), ports.kafkaController(), kafkaJars);
        this.redis = new LocalRedis(data, ports.redis(), secrets.redis());
        this.secrets = secrets;
    }

    /** Every database role that needs a secret. */
    static List<String> databaseRoles() {
        return Stream.concat(PlatformService.databaseRoles().stream(), Stream.of(DatabaseBootstrap.RELAY_ROLE))
                .toList();
    }

    /** Returns when all three serve and the database has the roles and schemas of the services. */
    void start(Supervisor supervisor, Progress progress) throws InterruptedException {
        progress.say("Starting PostgreSQL, Kafka and Redis");
        SupervisedProcess broker = supervisor.run(kafka.prepare());
        SupervisedProcess database = supervisor.run(postgres.prepare());
        SupervisedProcess cache = supervisor.run(redis.prepare());
        database.awaitReady(() -> isReady(database), READY_WITHIN);
        prepareDatabase();
        cache.awaitReady(() -> isReady(cache), READY_WITHIN);
        broker.awaitReady(() -> isReady(broker), READY_WITHIN);
    }

    /** Waits until the process serves again, as another one than that with the pid given. */
    void awaitBack(SupervisedProcess process, long formerPid) throws InterruptedException {
        process.awaitReady(() -> process.pid() != formerPid && isReady(process), READY_WITHIN);
    }

    private boolean isReady(SupervisedProcess process) {
        return process.pid() != 0
                && switch (process.spec().name()) {
                    case LocalPostgres.NAME -> postgres.isReady();
                    case LocalKafka.NAME -> kafka.isReady();
                    case LocalRedis.NAME -> redis.isReady();
                    default -> throw new IllegalArgumentException(process.spec().name());
                };
    }

    private void prepareDatabase() {
        Map<String, String> passwords = new HashMap<>();
        for (String role : databaseRoles()) {
            passwords.put(role, secrets.databaseRole(role));
        }
        try {
            postgres.createDatabaseIfMissing(ServiceEnvironment.DATABASE);
            DatabaseBootstrap.run(
                    postgres.url(ServiceEnvironment.DATABASE), LocalPostgres.SUPERUSER, secrets.postgres(), passwords);
        } catch (SQLException e) {
            throw new LaunchFailure("Cannot prepare the database: " + e.getMessage(), e);
        }
    }
}
