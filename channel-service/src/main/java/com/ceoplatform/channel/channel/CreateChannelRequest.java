package com.ceoplatform.channel.channel;

import com.ceoplatform.common.security.Caller;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A channel to create.
 *
 * @param name needed unless the type is direct, where it is ignored
 * @param type project when left out
 * @param privacy public when left out; direct conversations are always private
 * @param department the creator's own when left out
 * @param memberIds people beside the creator
 */
record CreateChannelRequest(
        @Nullable String name,
        @Nullable String description,
        @Nullable ChannelType type,
        @Nullable ChannelPrivacy privacy,
        @Nullable UUID categoryId,
        @Nullable String department,
        @Nullable @Size(max = MOST_MEMBERS) List<@NotNull UUID> memberIds) {

    static final int MOST_MEMBERS = 500;

    boolean isDirect() {
        return type == ChannelType.DIRECT;
    }

    List<UUID> members() {
        return memberIds == null ? List.of() : memberIds;
    }

    ChannelDraft draft(Caller creator) {
        return new ChannelDraft(
                        Objects.requireNonNullElse(name, ""),
                        Objects.requireNonNullElse(description, ""),
                        Objects.requireNonNullElse(type, ChannelType.PROJECT),
                        Objects.requireNonNullElse(privacy, ChannelPrivacy.PUBLIC),
                        categoryId,
                        department == null ? creator.department() : department)
                .requireValid();
    }
}
