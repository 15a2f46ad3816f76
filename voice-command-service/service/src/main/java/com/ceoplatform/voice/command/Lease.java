package com.ceoplatform.voice.command;

import java.time.Instant;
import java.util.UUID;

/** The right of one process to execute a command until a moment, unless it is renewed before. */
public record Lease(UUID owner, Instant until) {}
