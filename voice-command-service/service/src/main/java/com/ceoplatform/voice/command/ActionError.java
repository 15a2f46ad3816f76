package com.ceoplatform.voice.command;

/** Why a step failed, or why it still stands although it was to be taken back. */
public record ActionError(String code, String detail) {}
