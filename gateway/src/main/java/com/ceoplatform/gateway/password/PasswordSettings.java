package com.ceoplatform.gateway.password;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What hashing may cost.
 *
 * @param strength log2 of the rounds of bcrypt; 10 takes about 50 ms
 * @param threads how many hashes are computed at once, at most; the rest of the machine belongs to the pushes
 * @param queue how many may wait; the next ones are told to come back
 */
@ConfigurationProperties("platform.passwords")
record PasswordSettings(
        @DefaultValue("10") int strength,
        @DefaultValue("1") int threads,
        @DefaultValue("256") int queue) {}
