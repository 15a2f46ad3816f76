package com.ceoplatform.channel.membership;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Who shall own a channel from now on. */
record TransferRequest(@NotNull UUID userId) {}
