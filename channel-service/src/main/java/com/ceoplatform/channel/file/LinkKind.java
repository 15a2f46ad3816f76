package com.ceoplatform.channel.file;

/** What a file can be linked to. */
enum LinkKind {
    CHANNEL,
    TASK
}
