package com.ceoplatform.message.message;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages with their marks, in two more queries whatever their number. */
@Component
public class MessageViews {

    private final JdbcClient jdbc;

    MessageViews(JdbcClient jdbc) {
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    record Reacted(UUID messageId, String emoji, UUID userId) {}

    record Acknowledged(UUID messageId, UUID userId) {}

    public MessageResponse view(Message message) {
        return views(List.of(message)).getFirst();
    }

    public List<MessageResponse> views(List<Message> messages) {
        if (messages.isEmpty()) {
            return List.of();
        }
        UUID[] ids = messages.stream().map(Message::id).toArray(UUID[]::new);
        Map<UUID, List<MessageResponse.Reaction>> reactions = reactions(ids);
        Map<UUID, List<UUID>> acknowledged = acknowledged(ids);
        return messages.stream()
                .map(message -> MessageResponse.from(
                        message,
                        new Marks(
                                reactions.getOrDefault(message.id(), List.of()),
                                acknowledged.getOrDefault(message.id(), List.of()))))
                .toList();
    }

    private Map<UUID, List<MessageResponse.Reaction>> reactions(UUID[] messageIds) {
        return jdbc
                .sql("SELECT message_id, emoji, user_id FROM message_reaction WHERE message_id = ANY(:ids)"
                        + " ORDER BY created_at, user_id")
                .param("ids", messageIds)
                .query(Reacted.class)
                .list()
                .stream()
                .collect(groupingBy(Reacted::messageId))
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> byEmoji(entry.getValue())));
    }

    private static List<MessageResponse.Reaction> byEmoji(List<Reacted> reacted) {
        return reacted.stream()
                .collect(groupingBy(Reacted::emoji, LinkedHashMap::new, mapping(Reacted::userId, toList())))
                .entrySet()
                .stream()
                .map(entry -> new MessageResponse.Reaction(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Map<UUID, List<UUID>> acknowledged(UUID[] messageIds) {
        return jdbc
                .sql("SELECT message_id, user_id FROM message_acknowledgement WHERE message_id = ANY(:ids)"
                        + " ORDER BY created_at, user_id")
                .param("ids", messageIds)
                .query(Acknowledged.class)
                .list()
                .stream()
                .collect(groupingBy(Acknowledged::messageId, mapping(Acknowledged::userId, toList())));
    }
}
