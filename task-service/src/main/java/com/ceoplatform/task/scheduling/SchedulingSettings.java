package com.ceoplatform.task.scheduling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the scheduler looks after its work.
 *
 * @param pollInterval how often it looks for work that is due
 * @param heartbeat how often an instance says that it still works on something; after six that are missing another one
 *     takes over
 * @param threads how many pieces of work an instance does at once
 */
@ConfigurationProperties("platform.scheduling")
record SchedulingSettings(
        @DefaultValue("2s") Duration pollInterval,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("4") int threads) {}
