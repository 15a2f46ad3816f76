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

    @Test
    void letsMembersAndTheCeoPost() {
        assertThat(seen(Role.STAFF, null, ChannelPrivacy.PUBLIC, MemberRole.MEMBER)
                        .mayPost())
                .isTrue();
        assertThat(seen(Role.STAFF, null, ChannelPrivacy.PUBLIC, null).mayPost())
                .isFalse();
        assertThat(seen(Role.MANAGER, "Sales", ChannelPrivacy.PUBLIC, null).mayPost())
                .isFalse();
        assertThat(seen(Role.CEO, null, ChannelPrivacy.PRIVATE, null).mayPost()).isTrue();
    }

    @Test
    void keepsAnnouncementsToThoseWhoLead() {
        assertThat(announcements(Role.STAFF, MemberRole.MEMBER).mayPost()).isFalse();
        assertThat(announcements(Role.STAFF, MemberRole.MODERATOR).mayPost()).isTrue();
        assertThat(announcements(Role.STAFF, MemberRole.OWNER).mayPost()).isTrue();
        assertThat(announcements(Role.CEO, null).mayPost()).isTrue();
    }

    @Test
    void letsNobodyPostInAnArchivedChannel() {
        SeenChannel seen = seen(Role.CEO, null, ChannelPrivacy.PUBLIC, MemberRole.OWNER);

        seen.channel().archive(Instant.EPOCH);

        assertThat(seen.mayPost()).isFalse();
    }

    @Test
    void letsThePeopleOfADirectConversationPost() {
        Channel direct = Channel.direct("a,b", CREATOR, Instant.EPOCH);

        assertThat(new SeenChannel(caller(Role.STAFF, null), direct, MemberRole.MEMBER).mayPost())
                .isTrue();
        assertThat(new SeenChannel(caller(Role.CEO, null), direct, null).mayPost())
                .isFalse();
        assertThat(new SeenChannel(caller(Role.CEO, null), direct, MemberRole.MEMBER).mayPost())
                .isTrue();
    }

    private static SeenChannel announcements(Role role, @Nullable MemberRole memberRole) {
        ChannelDraft news =
                new ChannelDraft("News", "", ChannelType.ANNOUNCEMENT, ChannelPrivacy.PUBLIC, null, "Sales");
        return new SeenChannel(caller(role, null), Channel.create(news, CREATOR, Instant.EPOCH), memberRole);
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
