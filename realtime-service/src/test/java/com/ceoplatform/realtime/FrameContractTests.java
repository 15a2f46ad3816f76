package com.ceoplatform.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceoplatform.common.json.PlatformJson;
import com.ceoplatform.realtime.connection.CloseCode;
import com.ceoplatform.realtime.support.FrameContract;
import org.junit.jupiter.api.Test;

class FrameContractTests {

    @Test
    void refusesWhatTheContractDoesNotKnow() {
        assertThatThrownBy(() -> FrameContract.verify(PlatformJson.mapper().readTree("{\"type\":\"pongo\"}")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(
                        () -> FrameContract.verify(PlatformJson.mapper().readTree("{\"type\":\"pong\",\"more\":true}")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void namesEveryCloseCode() {
        String description = FrameContract.document().at("/info/description").stringValue();

        for (CloseCode code : CloseCode.values()) {
            assertThat(description).contains(String.valueOf(code.status()));
        }
    }
}
