package com.ceoplatform.common.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void survivesTheWayToTheClientAndBack() {
        Instant time = Instant.parse("2027-01-01T00:00:00.000001Z");
        UUID id = Ids.next();

        Cursor back = Cursor.decode(Cursor.of(time, id, 7L, "").encode(), 4);

        assertThat(back.instant(0)).isEqualTo(time);
        assertThat(back.uuid(1)).isEqualTo(id);
        assertThat(back.number(2)).isEqualTo(7);
        assertThat(back.text(3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!!", "AAAA", "bm9wZQ"})
    void refusesWhatItDidNotGiveOut(String forged) {
        assertThatThrownBy(() -> Cursor.decode(forged, 2).uuid(1)).isInstanceOf(DomainException.class);
    }

    @Test
    void refusesTimesThatCannotBeStored() {
        String forged = Cursor.of("+1000000000-01-01T00:00:00Z").encode();

        assertThatThrownBy(() -> Cursor.decode(forged, 1).instant(0)).isInstanceOf(DomainException.class);
    }

    @Test
    void endsTheListWhenThereIsNoRowMoreThanTheLimit() {
        assertThat(CursorPage.of(List.of(1, 2), 2, Cursor::of).nextCursor()).isNull();
    }

    @Test
    void continuesAfterTheLastItemShown() {
        CursorPage<Integer> page = CursorPage.of(List.of(1, 2, 3), 2, Cursor::of);

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(Cursor.decode(page.nextCursor(), 1).number(0)).isEqualTo(2);
    }

    @Test
    void keepsLimitsWithinTheirRange() {
        assertThat(PageLimit.of(null)).isEqualTo(50);
        assertThat(PageLimit.of(200)).isEqualTo(200);
        assertThatThrownBy(() -> PageLimit.of(0)).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> PageLimit.of(201)).isInstanceOf(DomainException.class);
    }
}
