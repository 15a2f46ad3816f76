package com.ceoplatform.message.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceoplatform.common.directory.Person;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.security.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionedNamesTests {

    private static final Person SARAH = person("Sarah Chen", "s.chen@example.com", true);
    private static final Person SARA = person("Sarah O'Brien", "sarah.o@example.com", true);
    private static final Person LEFT = person("Leo Gone", "leo@example.com", false);
    private static final Person YUSUF = person("يوسف علي", "yusuf@example.com", true);

    private final MentionedNames names = new MentionedNames(List.of(SARAH, SARA, LEFT, YUSUF));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Sarah Chen",
                "hello @sarah chen, are you there?",
                "@SarahChen.",
                "(@s.chen)",
                "that is @Sarah Chen's task",
                "@sarah chen and more people"
            })
    void takesTheLongestNameThatFits(String text) {
        assertThat(names.in(text)).containsExactly(new Mention.OneOf(Set.of(SARAH.id())));
    }

    @Test
    void leavesAnAmbiguousNameOpen() {
        assertThat(names.in("@sarah")).containsExactly(new Mention.OneOf(Set.of(SARAH.id(), SARA.id())));
        assertThat(names.in("@Sarah O'Brien")).containsExactly(new Mention.OneOf(Set.of(SARA.id())));
    }

    @Test
    void knowsNamesInAnyScript() {
        assertThat(names.in("مرحبا @يوسف")).containsExactly(new Mention.OneOf(Set.of(YUSUF.id())));
    }

    @Test
    void knowsTheChannelAndDepartments() {
        assertThat(names.in("@channel: @Sales"))
                .containsExactly(new Mention.Everybody(), new Mention.AllOf(Set.of(SARAH.id(), SARA.id(), YUSUF.id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no names", "mail s.chen@example.com", "@", "@@", "@ Sarah", "@nobody", "@Leo"})
    void mentionsNobodyOtherwise(String text) {
        assertThat(names.in(text)).isEmpty();
    }

    private static Person person(String name, String email, boolean active) {
        return new Person(Ids.next(), email, name, Role.STAFF, "Sales", null, null, "UTC", "en", active, 0);
    }
}
