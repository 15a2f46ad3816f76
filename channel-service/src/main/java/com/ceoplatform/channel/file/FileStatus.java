package com.ceoplatform.channel.file;

/** How far a file has come. */
public enum FileStatus {
    /** Somebody asked for it; nobody has begun to upload it. */
    REQUESTED,
    /** Its parts are arriving. */
    UPLOADING,
    /** It is stored, and checked. */
    AVAILABLE
}
