package com.ceoplatform.channel.channel;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.channel.member.Member;
import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.channel.member.Members;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.common.security.Caller;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the channels a person can see, the liveliest first, in two queries whatever the size of the page. */
@Service
class ChannelListing {

    private static final String MEMBERSHIP = """
             (SELECT 1 FROM channel_member m
              WHERE m.channel_id = c.id AND m.user_id = :caller AND m.deleted_at IS NULL)
            """;

    private final EntityManager entities;
    private final Members members;

    ChannelListing(EntityManager entities, Members members) {
        this.entities = requireNonNull(entities, "entities is null");
        this.members = requireNonNull(members, "members is null");
    }

    @Transactional(readOnly = true)
    public CursorPage<ChannelResponse> list(Caller caller, ChannelFilter filter, int limit, @Nullable Cursor after) {
        List<Channel> rows = find(caller, filter, limit + 1, after);
        CursorPage<Channel> page =
                CursorPage.of(rows, limit, channel -> Cursor.of(channel.lastActivityAt(), channel.id()));
        Map<UUID, MemberRole> roles =
                members
                        .findStays(
                                caller.id(),
                                page.items().stream().map(Channel::id).toList())
                        .stream()
                        .collect(Collectors.toMap(Member::channelId, Member::role));
        return page.map(
                channel -> ChannelResponse.from(new SeenChannel(caller, channel, roles.get(channel.id())), null));
    }

    @SuppressWarnings("unchecked") // a native query of an entity
    private List<Channel> find(Caller caller, ChannelFilter filter, int limit, @Nullable Cursor after) {
        Map<String, Object> parameters = new HashMap<>();
        String sql = sql(caller, filter, after, parameters);
        var query = entities.createNativeQuery(sql, Channel.class).setMaxResults(limit);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }

    /** The query itself, apart so that a test can look at its plan. */
    static String sql(Caller caller, ChannelFilter filter, @Nullable Cursor after, Map<String, Object> parameters) {
        StringBuilder sql = new StringBuilder("SELECT c.* FROM channel c WHERE true");
        visible(caller, filter.mine(), sql, parameters);
        if (filter.q() != null && !filter.q().isBlank()) {
            sql.append(" AND c.name ILIKE :pattern");
            parameters.put("pattern", "%" + escape(filter.q()) + "%");
        }
        equal(sql, parameters, "type", filter.type());
        equal(sql, parameters, "privacy", filter.privacy());
        equal(sql, parameters, "status", filter.status());
        if (filter.categoryId() != null) {
            sql.append(" AND c.category_id = :category");
            parameters.put("category", filter.categoryId());
        }
        if (after != null) {
            sql.append(" AND (c.last_activity_at, c.id) < (:afterTime, :afterId)");
            parameters.put("afterTime", after.instant(0));
            parameters.put("afterId", after.uuid(1));
        }
        return sql.append(" ORDER BY c.last_activity_at DESC, c.id DESC").toString();
    }

    private static void visible(Caller caller, boolean mine, StringBuilder sql, Map<String, Object> parameters) {
        if (mine) {
            sql.append(" AND EXISTS").append(MEMBERSHIP);
        } else if (caller.isCeo()) {
            sql.append(" AND (c.type <> 'DIRECT' OR EXISTS").append(MEMBERSHIP).append(")");
        } else {
            sql.append(" AND (c.privacy <> 'PRIVATE' OR EXISTS")
                    .append(MEMBERSHIP)
                    .append(")");
        }
        parameters.put("caller", caller.id());
    }

    private static void equal(
            StringBuilder sql, Map<String, Object> parameters, String column, @Nullable Enum<?> wanted) {
        if (wanted != null) {
            sql.append(" AND c.").append(column).append(" = :").append(column);
            parameters.put(column, wanted.name());
        }
    }

    /** The text itself: a percent sign looks for a percent sign. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
