package com.ceoplatform.common.error;

/** One invalid field: its JSON path ({@code assigneeIds[0]}) and what is wrong with it. */
public record FieldError(String field, String message) {}
