package com.ceoplatform.channel.membership;

import java.util.List;
import java.util.UUID;

/** The channels that the caller is in. */
record OwnMemberships(List<UUID> channelIds) {}
