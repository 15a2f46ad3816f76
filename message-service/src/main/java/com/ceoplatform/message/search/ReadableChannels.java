package com.ceoplatform.message.search;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which channels somebody may read: those they are a member of, and what is open to them. */
@Component
class ReadableChannels {

    /** More are not named one by one. */
    private static final int MOST = 2000;

    private static final String MEMBER_OF = "SELECT channel_id FROM directory_member WHERE user_id = :caller";
    private static final String OPEN = "SELECT id FROM directory_channel c WHERE ";

    private final JdbcClient jdbc;

    ReadableChannels(JdbcClient jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    /**
     * Their ids, by which PostgreSQL can tell how many of the messages are in them; empty for the CEO, who reads nearly all,
     * and for who reads too many.
     */
    Optional<Set<UUID>> of(Caller caller) {
        if (caller.isCeo()) {
            return Optional.empty();
        }
        Map<String, Object> parameters = new HashMap<>();
        String sql = MEMBER_OF + " UNION " + OPEN + openTo(caller, parameters) + " LIMIT " + (MOST + 1);
        Set<UUID> ids =
                new HashSet<>(jdbc.sql(sql).params(parameters).query(UUID.class).list());
        return ids.size() > MOST ? Optional.empty() : Optional.of(ids);
    }

    /** The same as a condition on the channel of a message {@code m}. */
    static String condition(Caller caller, Map<String, Object> parameters) {
        String open = openTo(caller, parameters);
        return "(m.channel_id IN (" + MEMBER_OF + ") OR m.channel_id IN (" + OPEN + open + "))";
    }

    private static String openTo(Caller caller, Map<String, Object> parameters) {
        parameters.put("caller", caller.id());
        if (caller.isCeo()) {
            return "c.type <> 'direct'";
        }
        if (caller.role() == Role.MANAGER && caller.department() != null) {
            parameters.put("department", caller.department());
            return "c.privacy = 'public' OR c.privacy = 'restricted' AND c.department = :department";
        }
        return "c.privacy = 'public'";
    }
}
