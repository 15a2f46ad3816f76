package com.ceoplatform.realtime.presence;

import static com.ceoplatform.realtime.frame.PresenceStatus.AWAY;
import static com.ceoplatform.realtime.frame.PresenceStatus.OFFLINE;
import static com.ceoplatform.realtime.frame.PresenceStatus.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.realtime.presence.PresenceBoard.Change;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PresenceBoardTests {

    private final PresenceBoard board = new PresenceBoard();
    private final UUID user = Ids.next();

    @Test
    void takesTheMostPresentOfAllReplicas() {
        assertThat(board.tell("a", 1, user, AWAY)).hasValue(new Change(user, AWAY));
        assertThat(board.tell("b", 1, user, ONLINE)).hasValue(new Change(user, ONLINE));
        assertThat(board.tell("a", 2, user, OFFLINE)).isEmpty();
        assertThat(board.tell("b", 2, user, OFFLINE)).hasValue(new Change(user, OFFLINE));
        assertThat(board.present()).isEmpty();
    }

    @Test
    void ignoresWhatIsOlderThanWhatItKnows() {
        board.tell("a", 5, user, ONLINE);

        assertThat(board.tell("a", 4, user, OFFLINE)).isEmpty();
        assertThat(board.tellAll("a", 4, Map.of())).isEmpty();
        assertThat(board.tellAll("a", 5, Map.of(user, ONLINE))).isEmpty();
        assertThat(board.tellAll("a", 6, Map.of())).containsExactly(new Change(user, OFFLINE));
    }

    @Test
    void losesTheUsersOfADeadReplica() {
        UUID elsewhere = Ids.next();
        board.tellAll("a", 1, Map.of(user, ONLINE, elsewhere, ONLINE));
        board.tell("b", 1, elsewhere, AWAY);

        assertThat(board.drop("a")).containsExactlyInAnyOrder(new Change(user, OFFLINE), new Change(elsewhere, AWAY));
        assertThat(board.drop("a")).isEmpty();
        assertThat(board.replicas()).containsExactly("b");
        assertThat(board.snapshot("b").users()).containsEntry(elsewhere, AWAY);
    }
}
