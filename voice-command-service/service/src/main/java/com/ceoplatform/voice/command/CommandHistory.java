package com.ceoplatform.voice.command;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.page.CursorPage;
import com.ceoplatform.voice.conversation.ConversationMemory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody said in the past; for everybody else it does not exist. */
@Service
public class CommandHistory {

    private final Commands commands;
    private final ConversationMemory conversations;

    CommandHistory(Commands commands, ConversationMemory conversations) {
        this.commands = commands;
        this.conversations = conversations;
    }

    /** @throws DomainException 404 when it is not the user's own */
    @Transactional(readOnly = true)
    public CommandResponse get(UUID id, UUID userId) {
        return CommandResponse.from(own(id, userId));
    }

    /** What a yes, a no or an undo was about; else the command itself. */
    @Transactional(readOnly = true)
    public UUID subject(UUID id, UUID userId) {
        UUID settled = own(id, userId).standing().settlesId();
        return settled == null ? id : settled;
    }

    /** Whether nothing more happens to it by itself. */
    @Transactional(readOnly = true)
    public boolean isSettled(UUID id) {
        return commands.statusOf(id).map(CommandStatus::settled).orElse(true);
    }

    /** The user's own commands, newest first. */
    @Transactional(readOnly = true)
    public CursorPage<CommandResponse> list(UUID userId, @Nullable String cursor, int limit) {
        List<UUID> ids = cursor == null
                ? commands.history(userId, Limit.of(limit + 1))
                : commands.historyBefore(userId, Cursor.decode(cursor, 1).uuid(0), Limit.of(limit + 1));
        List<Command> rows = ids.isEmpty() ? List.of() : commands.findAll(ids);
        return CursorPage.of(rows, limit, command -> Cursor.of(command.id())).map(CommandResponse::from);
    }

    /**
     * Forgets what was said.
     *
     * @throws DomainException 409 while it is being executed
     */
    @Transactional
    public void delete(UUID id, UUID userId) {
        Command command = own(id, userId);
        if (command.status() == CommandStatus.EXECUTING) {
            throw DomainException.conflict(
                    "command_executing", "The command is being executed; it can be deleted then.");
        }
        commands.delete(command);
        commands.flush();
        conversations.forgetEmpty(command.said().conversationId());
    }

    /** Forgets everything that a user said, but what is just being executed; answers how much. */
    @Transactional
    public int deleteAll(UUID userId) {
        int deleted = commands.deleteAllOf(userId);
        conversations.forgetEmptyOf(userId);
        return deleted;
    }

    /** The user's commands that are just being executed. */
    @Transactional(readOnly = true)
    public Set<UUID> executing(UUID userId) {
        return commands.executingOf(userId);
    }

    /** Forgets what was said before a moment. */
    @Transactional
    public int forgetBefore(Instant moment) {
        int forgotten = commands.deleteReceivedBefore(moment);
        conversations.forgetSilentSince(moment);
        return forgotten;
    }

    private Command own(UUID id, UUID userId) {
        return commands.findById(id)
                .filter(command -> command.said().userId().equals(userId))
                .orElseThrow(() -> DomainException.notFound("command"));
    }
}
