package com.ceoplatform.channel.autojoin;

import java.util.List;
import java.util.UUID;

/**
 * Who joins a channel by themselves.
 *
 * @param memberCount of the channel, now that the people who are in the departments already have joined
 * @param version of the channel
 */
record AutoJoinRule(UUID channelId, List<String> departments, int memberCount, long version) {}
