package com.ceoplatform.notification.delivery;

import com.ceoplatform.notification.notification.DeliveryChannel;
import com.ceoplatform.notification.preference.Settings;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * What one recipient wants.
 *
 * @param channels the ways that they want for the occasion
 * @param zone of their profile
 */
public record Wishes(Settings settings, Set<DeliveryChannel> channels, ZoneId zone) {

    /** Of somebody who wants nothing. */
    public static final Wishes NONE = new Wishes(Settings.USUAL, Set.of(), ZoneOffset.UTC);
}
