package com.ceoplatform.channel.channel;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people decide about a channel, checked as a whole.
 *
 * @param name 1 to 120 characters (code points), kept as written
 * @param description up to 4,000 characters (code points)
 * @param department whose managers may act on the channel
 */
record ChannelDraft(
        String name,
        String description,
        ChannelType type,
        ChannelPrivacy privacy,
        @Nullable UUID categoryId,
        @Nullable String department) {

    static final int NAME_LENGTH = 120;
    static final int DESCRIPTION_LENGTH = 4_000;
    static final int DEPARTMENT_LENGTH = 120;

    /** The same draft, or 422 with everything that is wrong with it. */
    ChannelDraft requireValid() {
        List<FieldError> errors = new ArrayList<>();
        if (name.isBlank()) {
            errors.add(new FieldError("name", "must not be blank"));
        }
        atMost("name", name, NAME_LENGTH, errors);
        atMost("description", description, DESCRIPTION_LENGTH, errors);
        if (department != null) {
            atMost("department", department, DEPARTMENT_LENGTH, errors);
        }
        if (type == ChannelType.DIRECT) {
            errors.add(new FieldError("type", "a channel cannot become a direct conversation"));
        }
        if (!errors.isEmpty()) {
            throw DomainException.invalid(errors);
        }
        return this;
    }

    private static void atMost(String field, String text, int limit, List<FieldError> errors) {
        if (text.codePointCount(0, text.length()) > limit) {
            errors.add(new FieldError(field, "must be at most " + limit + " characters long"));
        }
    }
}
