package com.ceoplatform.voice.language.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostingsTests {

    private final Postings<Integer> postings = new Postings<>();

    @Test
    void holdsWhatWasAddedAndNotRemovedInItsOrder() {
        IntStream.range(0, 20).forEach(postings::add);

        List.of(0, 7, 19, 42).forEach(postings::remove);
        postings.add(20);

        assertThat(postings.all()).containsExactly(1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20);
    }

    @Test
    void isEmptyWhenEverythingWasRemovedAndCanBeFilledAgain() {
        postings.add(1);
        postings.remove(1);
        assertThat(postings.all()).isEmpty();

        postings.add(2);
        postings.add(3);
        assertThat(postings.all()).containsExactly(2, 3);
    }

    @Test
    void keepsWhatAReaderSawWhileOthersChangeIt() {
        IntStream.range(0, 5).forEach(postings::add);
        List<Integer> seen = postings.all();

        postings.remove(2);
        postings.add(9);

        assertThat(seen).containsExactly(0, 1, 2, 3, 4);
    }
}
