package com.ceoplatform.channel.channel;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.json.Change;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to change about a channel; what is left out stays. */
record UpdateChannelRequest(
        Change<String> name,
        Change<String> description,
        Change<ChannelType> type,
        Change<ChannelPrivacy> privacy,
        Change<UUID> categoryId,
        Change<String> department) {

    ChannelDraft applyTo(ChannelDraft old) {
        String newDescription = description.orElse(old.description());
        return new ChannelDraft(
                        required("name", name, old.name()),
                        newDescription == null ? "" : newDescription,
                        required("type", type, old.type()),
                        required("privacy", privacy, old.privacy()),
                        categoryId.orElse(old.categoryId()),
                        department.orElse(old.department()))
                .requireValid();
    }

    private static <T> T required(String field, Change<T> change, T old) {
        @Nullable T value = change.orElse(old);
        if (value == null) {
            throw DomainException.invalid(field, "must not be null");
        }
        return value;
    }
}
