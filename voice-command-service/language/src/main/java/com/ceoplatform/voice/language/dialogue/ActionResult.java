package com.ceoplatform.voice.language.dialogue;

import com.ceoplatform.voice.language.plan.Reference;

/** What an executed action brought into being or changed. */
public record ActionResult(String actionId, Reference reference) {}
