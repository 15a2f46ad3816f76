package com.ceoplatform.common.directory;

import com.ceoplatform.common.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Channels and who is in them. A membership known here counts at once; without one the channel's owner, channel-service, is
 * asked on behalf of the caller, so that a channel can be used the moment it exists. Do not ask inside a transaction.
 */
public class Channels {

    private static final String COLUMNS = "id, name, type, privacy, status, department, created_by, version";

    private final JdbcClient jdbc;
    private final Owners owners;
    private final KnownAccess remembered;

    Channels(JdbcClient jdbc, Owners owners, KnownAccess remembered) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.remembered = remembered;
    }

    /** What the caller is to the channel; empty when it does not exist or must stay invisible to them. */
    public Optional<ChannelAccess> access(UUID channelId, Caller caller) {
        Optional<ChannelAccess> known = remembered
                .get(
                        channelId,
                        caller.id(),
                        () -> known(channelId, caller.id()).filter(access -> admits(access, caller)))
                .filter(access -> admits(access, caller));
        return known.isPresent() ? known : owners.channel(channelId);
    }

    /** Whether what is known is enough; a refusal always comes from the owner. */
    private static boolean admits(ChannelAccess access, Caller caller) {
        return access.isMember() || (caller.isCeo() && !access.channel().isDirect());
    }

    /**
     * What this service knows of somebody and a channel; asks nobody, and so may lag behind by what events take. One query.
     */
    public Optional<ChannelAccess> known(UUID channelId, UUID userId) {
        return jdbc.sql("SELECT c.*, m.role FROM directory_channel c"
                        + " LEFT JOIN directory_member m ON m.channel_id = c.id AND m.user_id = :user"
                        + " WHERE c.id = :channel")
                .param("channel", channelId)
                .param("user", userId)
                .query((row, number) -> new ChannelAccess(channel(row, number), row.getString("role")))
                .optional();
    }

    /** The channel as this service knows it; asks nobody. */
    public Optional<Channel> find(UUID id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory_channel WHERE id = :id")
                .param("id", id)
                .query(Channels::channel)
                .optional();
    }

    /** All channels that this service knows, archived ones included. */
    public List<Channel> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory_channel ORDER BY id")
                .query(Channels::channel)
                .list();
    }

    /** The role of a member; empty for others. */
    public Optional<String> role(UUID channelId, UUID userId) {
        return jdbc.sql("SELECT role FROM directory_member WHERE channel_id = :channel AND user_id = :user")
                .param("channel", channelId)
                .param("user", userId)
                .query(String.class)
                .optional();
    }

    public List<UUID> memberIds(UUID channelId) {
        return jdbc.sql("SELECT user_id FROM directory_member WHERE channel_id = :channel ORDER BY user_id")
                .param("channel", channelId)
                .query(UUID.class)
                .list();
    }

    /** The channels that somebody is a member of, directs and archived ones included. */
    public List<UUID> channelIdsOf(UUID userId) {
        return jdbc.sql("SELECT channel_id FROM directory_member WHERE user_id = :user ORDER BY channel_id")
                .param("user", userId)
                .query(UUID.class)
                .list();
    }

    void save(Channel channel) {
        jdbc.sql("INSERT INTO directory_channel (" + COLUMNS + ")"
                        + " VALUES (:id, :name, :type, :privacy, :status, :department, :createdBy, :version)"
                        + " ON CONFLICT (id) DO UPDATE SET name = excluded.name, type = excluded.type,"
                        + " privacy = excluded.privacy, status = excluded.status, department = excluded.department,"
                        + " created_by = excluded.created_by, version = excluded.version"
                        + " WHERE directory_channel.version <= excluded.version")
                .param("id", channel.id())
                .param("name", channel.name(), Types.VARCHAR)
                .param("type", channel.type())
                .param("privacy", channel.privacy())
                .param("status", channel.status())
                .param("department", channel.department(), Types.VARCHAR)
                .param("createdBy", channel.createdBy(), Types.OTHER)
                .param("version", channel.version())
                .update();
    }

    void saveMember(UUID channelId, UUID userId, String role) {
        jdbc.sql("INSERT INTO directory_member (channel_id, user_id, role) VALUES (:channel, :user, :role)"
                        + " ON CONFLICT (channel_id, user_id) DO UPDATE SET role = excluded.role")
                .param("channel", channelId)
                .param("user", userId)
                .param("role", role)
                .update();
    }

    /** Takes out who is not among the given, unless something later is known. */
    void retainMembers(UUID channelId, long version, Collection<UUID> memberIds) {
        jdbc.sql("""
                        DELETE FROM directory_member WHERE channel_id = :channel AND user_id <> ALL(:members)
                        AND EXISTS (SELECT 1 FROM directory_channel WHERE id = :channel AND version <= :version)
                        """)
                .param("channel", channelId)
                .param("members", memberIds.toArray(UUID[]::new))
                .param("version", version)
                .update();
    }

    void removeMembers(UUID channelId, Collection<UUID> userIds) {
        jdbc.sql("DELETE FROM directory_member WHERE channel_id = :channel AND user_id = ANY(:users)")
                .param("channel", channelId)
                .param("users", userIds.toArray(UUID[]::new))
                .update();
    }

    private static Channel channel(ResultSet row, int number) throws SQLException {
        return new Channel(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("type"),
                row.getString("privacy"),
                row.getString("status"),
                row.getString("department"),
                row.getObject("created_by", UUID.class),
                row.getLong("version"));
    }
}
