package com.ceoplatform.channel.quota;

/** What a person and the organisation store, and may store, in bytes. */
public record StorageUsage(long used, long quota, long organisationUsed, long organisationQuota) {}
