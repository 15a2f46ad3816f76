package com.ceoplatform.channel.file;

import java.util.UUID;

/** Says within the service that a file is gone and its bytes may go, too. */
public record FileDeleted(UUID fileId) {}
