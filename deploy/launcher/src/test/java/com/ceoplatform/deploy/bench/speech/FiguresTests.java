package com.ceoplatform.deploy.bench.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FiguresTests {

    @Test
    void givesTheValueThatSoManyAreNotAbove() {
        Figures figures = new Figures();
        for (int value = 100; value >= 1; value--) {
            figures.add(value);
        }

        assertThat(figures.percentiles()).isEqualTo(new Figures.Percentiles(100, 50, 95, 100));
        assertThat(new Figures().percentiles()).isEqualTo(new Figures.Percentiles(0, 0, 0, 0));
    }
}
