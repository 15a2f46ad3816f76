package com.ceoplatform.deploy.bench;

import java.time.Duration;

/**
 * How much is sent.
 *
 * @param rate operations per second
 * @param warmUp sent at the same rate before, and not counted
 * @param length of what is counted
 */
record Load(double rate, Duration warmUp, Duration length) {}
