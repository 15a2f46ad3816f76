package com.ceoplatform.voice.language;

import com.ceoplatform.voice.language.organisation.Role;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Who is speaking: "me" in a sentence, the clock of its dates, and whose eyes the organisation is seen with. */
public record Speaker(
        String id, String name, Role role, @Nullable String department, ZoneId zone) {}
