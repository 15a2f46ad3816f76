package com.ceoplatform.channel.autojoin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The departments whose people shall join a channel by themselves, by their exact names; none ends it. */
record AutoJoinRequest(@NotNull @Size(max = 50) List<@NotBlank @Size(max = 120) String> departments) {}
