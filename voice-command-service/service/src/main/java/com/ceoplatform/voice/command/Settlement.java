package com.ceoplatform.voice.command;

import java.time.Instant;

/** How a command ends that was not simply carried out: by what became of each of its actions. */
enum Settlement {
    /** Nothing ever happened. */
    FAILED,
    ROLLED_BACK,
    /** Something stands, or may stand. */
    PARTLY,
    UNDONE,
    NOTHING_UNDONE;

    static Settlement of(Command command) {
        if (command.phase() == Phase.UNDOING) {
            return some(command, ActionStatus.UNDONE) ? UNDONE : NOTHING_UNDONE;
        }
        boolean stands = command.in(ActionStatus.DONE)
                .anyMatch(action -> !action.planned().type().isQuery());
        if (stands || some(command, ActionStatus.UNKNOWN)) {
            return PARTLY;
        }
        return some(command, ActionStatus.ROLLED_BACK) ? ROLLED_BACK : FAILED;
    }

    private static boolean some(Command command, ActionStatus status) {
        return command.in(status).findAny().isPresent();
    }

    void apply(Command command, long executionMs, Instant now) {
        switch (this) {
            case FAILED -> command.settleRollback(CommandStatus.FAILED, Replies.rolledBack(command), executionMs, now);
            case ROLLED_BACK ->
                command.settleRollback(CommandStatus.ROLLED_BACK, Replies.rolledBack(command), executionMs, now);
            case PARTLY ->
                command.settleRollback(
                        CommandStatus.PARTIALLY_COMPLETED, Replies.rolledBack(command), executionMs, now);
            case UNDONE -> command.settleUndo(true, Replies.undone(command), now);
            case NOTHING_UNDONE -> command.settleUndo(false, Replies.undone(command), now);
        }
    }
}
