package com.ceoplatform.realtime.audience;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.id.Ids;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembershipsTests {

    private final Memberships memberships = new Memberships();
    private final UUID user = Ids.next();
    private final UUID one = Ids.next();
    private final UUID two = Ids.next();

    private MembershipChange change(UUID channel, boolean joined) {
        return new MembershipChange(user, channel, joined, Instant.EPOCH);
    }

    @Test
    void appliesEarlyChangesOnTopOfTheSnapshot() {
        assertThat(memberships.hold(user)).isFalse();
        memberships.apply(change(two, true));
        memberships.apply(change(one, false));
        assertThat(memberships.isMember(user, two)).isFalse();
        memberships.load(user, Set.of(one));

        assertThat(memberships.isMember(user, one)).isFalse();
        assertThat(memberships.isMember(user, two)).isTrue();
        assertThat(memberships.membersOf(two)).containsExactly(user);
    }

    @Test
    void ignoresALaterSnapshot() {
        memberships.hold(user);
        memberships.load(user, Set.of(one));
        memberships.apply(change(one, false));
        memberships.load(user, Set.of(one));

        assertThat(memberships.isMember(user, one)).isFalse();
    }

    @Test
    void forgetsAUserWithTheLastConnection() {
        memberships.hold(user);
        memberships.load(user, Set.of(one));
        assertThat(memberships.hold(user)).isTrue();
        memberships.release(user);
        assertThat(memberships.isMember(user, one)).isTrue();
        memberships.release(user);

        assertThat(memberships.isMember(user, one)).isFalse();
        assertThat(memberships.membersOf(one)).isEmpty();
        memberships.apply(change(one, true));
        assertThat(memberships.membersOf(one)).isEmpty();
    }
}
