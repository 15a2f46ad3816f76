package com.ceoplatform.channel.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartRangeTests {

    @Test
    void coversAFileWithoutGapsAndOverlaps() {
        assertThat(PartRange.of(10, 4))
                .containsExactly(new PartRange(1, 0, 4), new PartRange(2, 4, 4), new PartRange(3, 8, 2));
        assertThat(PartRange.of(8, 4)).containsExactly(new PartRange(1, 0, 4), new PartRange(2, 4, 4));
        assertThat(PartRange.of(1, 4)).containsExactly(new PartRange(1, 0, 1));
    }
}
