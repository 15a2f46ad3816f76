package com.ceoplatform.common.web.sample;

import com.ceoplatform.common.events.Topic;
import com.ceoplatform.common.events.outbox.OutgoingEvent;
import com.ceoplatform.common.events.subscription.RetryPolicy;
import com.ceoplatform.common.events.subscription.Subscription;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The smallest service that uses everything that the common modules offer. */
@SpringBootApplication
public class NoteApplication {

    /** The same three attempts as in production, without the waiting. */
    @Bean
    RetryPolicy quickRetries() {
        return new RetryPolicy(List.of(Duration.ofMillis(50), Duration.ofMillis(100)));
    }

    @Bean
    Subscription inPlace(Notes notes) {
        return Subscription.named("in-place")
                .topics(Topic.TASKS)
                .on("task.created", Notes.TaskCreated.class, event -> notes.take("in-place", event))
                .build();
    }

    @Bean
    Subscription onTopics(Notes notes) {
        return Subscription.named("on-topics")
                .topics(Topic.TASKS)
                .retry(Subscription.Retry.ON_TOPICS)
                .on("task.created", Notes.TaskCreated.class, event -> notes.take("on-topics", event))
                .build();
    }

    @Bean
    Subscription some(Notes notes) {
        return Subscription.named("some")
                .topics(Topic.TASKS)
                .on(
                        "task.created",
                        Notes.TaskCreated.class,
                        task -> task.title().startsWith("wanted"),
                        event -> notes.take("some", event))
                .build();
    }

    static OutgoingEvent noted(Notes.Note note) {
        return OutgoingEvent.of(Topic.TASKS, "note.created", note.id(), note);
    }
}
