package com.ceoplatform.message.message;

/** How pressing a message is; from urgent on people are told at once. */
public enum Priority {
    LOW,
    MEDIUM,
    HIGH,
    URGENT,
    CRITICAL
}
