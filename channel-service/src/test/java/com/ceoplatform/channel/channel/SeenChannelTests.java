package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.channel.member.MemberRole;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Caller;
import com.ceoplatform.common.security.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeenChannelTests {

    private static final UUID CREATOR = Ids.next();

    @ParameterizedTest
    @EnumSource(ChannelPrivacy.class)
    void letsTheCeoDoEverything(ChannelPrivacy privacy) {
        SeenChannel seen = seen(Role.CEO, null, privacy, null);

        assertThat(seen.isVisible()).isTrue();
        assertThat(seen.mayLookInside()).isTrue();
        assertThat(seen.mayOwn()).isTrue();
    }

    @Test
    void hidesDirectConversationsFromTheCeo() {
        Channel direct = Channel.direct("a,b", CREATOR, Instant.EPOCH);

        SeenChannel seen = new SeenChannel(caller(Role.CEO, null), direct, null);

        assertThat(seen.isVisible()).isFalse();
        assertThat(seen.mayLookInside()).isFalse();
        assertThat(seen.mayModerate()).isFalse();
    }

    @Test
    void hidesPrivateChannelsFromEverybodyElse() {
        assertThat(seen(Role.MANAGER, "Sales", ChannelPrivacy.PRIVATE, null).isVisible())
                .isFalse();
        assertThat(seen(Role.STAFF, "Sales", ChannelPrivacy.PRIVATE, null).isVisible())
                .isFalse();
        assertThat(seen(Role.MANAGER, "Sales", ChannelPrivacy.PRIVATE, null).mayModerate())
                .isFalse();
    }

    @Test
    void letsManagersActInTheirDepartmentOnly() {
        assertThat(seen(Role.MANAGER, "Sales", ChannelPrivacy.RESTRICTED, null).mayOwn())
                .isTrue();
        assertThat(seen(Role.MANAGER, "Sales", ChannelPrivacy.RESTRICTED, null).mayLookInside())
                .isTrue();
        assertThat(seen(Role.MANAGER, "Finance", ChannelPrivacy.PUBLIC, null).mayModerate())
                .isFalse();
        assertThat(seen(Role.MANAGER, "Finance", ChannelPrivacy.RESTRICTED, null)
                        .mayLookInside())
                .isFalse();
        assertThat(seen(Role.STAFF, "Sales", ChannelPrivacy.PUBLIC, null).mayModerate())
                .isFalse();
    }

    @Test
    void givesEachRoleItsRights() {
        SeenChannel member = seen(Role.STAFF, null, ChannelPrivacy.PRIVATE, MemberRole.MEMBER);
        SeenChannel moderator = seen(Role.STAFF, null, ChannelPrivacy.PRIVATE, MemberRole.MODERATOR);
        SeenChannel owner = seen(Role.STAFF, null, ChannelPrivacy.PRIVATE, MemberRole.OWNER);

        assertThat(member.mayLookInside()).isTrue();
        assertThat(member.mayModerate()).isFalse();
        assertThat(moderator.mayModerate()).isTrue();
        assertThat(moderator.mayOwn()).isFalse();
        assertThat(owner.mayOwn()).isTrue();
    }

    @Test
    void opensOnlyPublicChannelsToWhoeverWantsToJoin() {
        assertThat(seen(Role.STAFF, null, ChannelPrivacy.PUBLIC, null).mayJoin())
                .isTrue();
        assertThat(seen(Role.STAFF, null, ChannelPrivacy.RESTRICTED, null).mayJoin())
                .isFalse();
    }

    private static SeenChannel seen(
            Role role, @Nullable String department, ChannelPrivacy privacy, @Nullable MemberRole memberRole) {
        Channel channel = Channel.create(
                new ChannelDraft("Launch", "", ChannelType.PROJECT, privacy, null, "Sales"), CREATOR, Instant.EPOCH);
        return new SeenChannel(caller(role, department), channel, memberRole);
    }

    private static Caller caller(Role role, @Nullable String department) {
        return new Caller(Ids.next(), "a@example.com", "A", role, department, "s", ZoneOffset.UTC);
    }
}
