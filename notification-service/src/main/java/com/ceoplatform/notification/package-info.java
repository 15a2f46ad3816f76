/**
 * Notification service: who must be told of what, how and when.
 *
 * <p>{@code rule} turns events into notices, urgent ones in a consumer of their own; {@code telling} finds the people who may
 * see and want them ({@code preference}); {@code notification} keeps what each is told. What leaves the platform is planned and
 * sent by {@code delivery}, through {@code mail}, {@code push} and {@code webhook}; {@code digest} collects what waits,
 * {@code escalation} follows what is urgent, {@code reminder} tells at a time; {@code schedule} runs them once in a cluster.
 */
@NullMarked
package com.ceoplatform.notification;

import org.jspecify.annotations.NullMarked;
