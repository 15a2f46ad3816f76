package com.ceoplatform.notification.preference;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.notification.notification.DeliveryChannel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.EnumSet;
import java.util.List;

/**
 * How an urgent message finds somebody: by the first of these ways at once, by the next when it was not read or acknowledged
 * in time, and so on.
 *
 * @param enabled false: by all of them at once
 * @param afterMinutes how long to wait before the next way
 * @param order from the first to the last; the list and the WebSocket are always used at once and not named
 */
public record EscalationPreference(
        @NotNull Boolean enabled,
        @NotNull @Min(1) @Max(1440) Integer afterMinutes,
        @NotEmpty List<@NotNull DeliveryChannel> order) {

    static final EscalationPreference USUAL = new EscalationPreference(
            true, 5, List.of(DeliveryChannel.PUSH, DeliveryChannel.EMAIL, DeliveryChannel.WEBHOOK));

    /** @throws DomainException 422, when a way is named twice or is the list */
    void check() {
        if (order.contains(DeliveryChannel.IN_APP)) {
            throw DomainException.invalid("escalation.order", "in_app is always used at once");
        }
        if (EnumSet.copyOf(order).size() < order.size()) {
            throw DomainException.invalid("escalation.order", "names a channel twice");
        }
    }
}
