package com.ceoplatform.voice.language.organisation;

import org.jspecify.annotations.Nullable;

/** Somebody in the directory. Inactive people are known but never resolved to. */
public record Person(
        String id,
        String name,
        Role role,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable String managerId,
        boolean active) {}
