package com.ceoplatform.channel.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.error.FieldError;
import com.ceoplatform.common.json.Change;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ChannelDraftTests {

    private static final ChannelDraft DRAFT =
            new ChannelDraft("Launch", "All of it", ChannelType.PROJECT, ChannelPrivacy.PUBLIC, null, "Sales");

    @Test
    void countsCharactersAndNotTheirHalves() {
        ChannelDraft longest = named("🚀".repeat(120));

        assertThat(longest.requireValid()).isSameAs(longest);
        assertInvalid(named("🚀".repeat(121)), "name");
    }

    @Test
    void namesEverythingThatIsWrong() {
        ChannelDraft wrong = new ChannelDraft(
                "  ", "x".repeat(4_001), ChannelType.DIRECT, ChannelPrivacy.PUBLIC, null, "d".repeat(121));

        assertInvalid(wrong, "name", "description", "department", "type");
    }

    @Test
    void leavesAloneWhatARequestDoesNotName() {
        assertThat(nothing().applyTo(DRAFT)).isEqualTo(DRAFT);
    }

    @Test
    void clearsWhatARequestSetsToNull() {
        UpdateChannelRequest request = new UpdateChannelRequest(
                Change.absent(), Change.to(null), Change.absent(), Change.absent(), Change.absent(), Change.to(null));

        ChannelDraft changed = request.applyTo(DRAFT);

        assertThat(changed.description()).isEmpty();
        assertThat(changed.department()).isNull();
        assertThat(FieldChange.between(DRAFT, changed)).containsOnlyKeys("description", "department");
    }

    @Test
    void needsANameTypeAndPrivacy() {
        UpdateChannelRequest request = new UpdateChannelRequest(
                Change.to(null), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent());

        assertThatThrownBy(() -> request.applyTo(DRAFT)).isInstanceOf(DomainException.class);
    }

    private static UpdateChannelRequest nothing() {
        return new UpdateChannelRequest(
                Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent(), Change.absent());
    }

    private static ChannelDraft named(String name) {
        return new ChannelDraft(name, "", ChannelType.PROJECT, ChannelPrivacy.PUBLIC, null, null);
    }

    private static void assertInvalid(ChannelDraft draft, String... fields) {
        assertThatThrownBy(draft::requireValid)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.properties())
                                .extractingByKey("errors", InstanceOfAssertFactories.list(FieldError.class))
                                .extracting(FieldError::field)
                                .isEqualTo(List.of(fields)));
    }
}
