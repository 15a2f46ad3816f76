package com.ceoplatform.task.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.directory.Channel;
import com.ceoplatform.common.directory.ChannelAccess;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisibilityTests {

    private static Viewer viewer(Role role, Set<UUID> team) {
        Caller caller = new Caller(Ids.next(), "a@example.com", "A'; --", role, "Sales", "s", ZoneOffset.UTC);
        return new Viewer(caller, team, Map.of());
    }

    @Test
    void everyParameterIsInTheConditionAndNothingOfTheCallerIs() {
        for (Viewer viewer : List.of(
                viewer(Role.CEO, Set.of()),
                viewer(Role.MANAGER, Set.of(Ids.next())),
                viewer(Role.MANAGER, Set.of()),
                viewer(Role.STAFF, Set.of()))) {
            Visibility visibility = Visibility.of(viewer);

            visibility
                    .parameters()
                    .keySet()
                    .forEach(name -> assertThat(visibility.condition()).contains(":" + name));
            assertThat(visibility.condition())
                    .doesNotContain(viewer.id().toString())
                    .doesNotContain("A'");
        }
    }

    @Test
    void onlyThoseWhoLeadSeeMoreForIt() {
        assertThat(Visibility.of(viewer(Role.STAFF, Set.of())).condition()).doesNotContain("vTeam");
        assertThat(Visibility.of(viewer(Role.MANAGER, Set.of(Ids.next()))).condition())
                .contains("vTeam");
    }

    @Test
    void whatAnOwnerHasJustToldCountsForEverybody() {
        UUID channel = Ids.next();
        KnownChannel known = new KnownChannel(
                new ChannelAccess(new Channel(channel, "New", "project", "private", "active", null, null, 0), "member"),
                Set.of());
        for (Role role : List.of(Role.CEO, Role.STAFF)) {
            Visibility visibility = Visibility.of(viewer(role, Set.of()).with(known));

            assertThat(visibility.condition()).contains(":vChannels");
            assertThat((UUID[]) visibility.parameters().get("vChannels")).containsExactly(channel);
        }
        Visibility byIds = Visibility.of(viewer(Role.STAFF, Set.of()).with(known), List.of());
        assertThat((UUID[]) byIds.parameters().get("vSeen")).containsExactly(channel);
    }
}
