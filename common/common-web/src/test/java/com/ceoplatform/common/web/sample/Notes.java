package com.ceoplatform.common.web.sample;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.outbox.Outbox;
import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.web.idempotency.Idempotent;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps notes, and takes some from events; titles decide what goes wrong. */
@Service
public class Notes {

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Map<String, Queue<String>> attempts = new ConcurrentHashMap<>();
    private final Set<String> healed = ConcurrentHashMap.newKeySet();

    Notes(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    public record Note(UUID id, String title) {}

    public record TaskCreated(UUID id, String title) {}

    @Idempotent
    @Transactional
    public Note create(String title) {
        Note note = new Note(Ids.next(), title);
        save(note);
        outbox.append(NoteApplication.noted(note));
        if (title.equals("refused")) {
            throw DomainException.conflict("note_refused", "Not this one.");
        }
        return note;
    }

    List<String> titles(UUID id) {
        return jdbc.sql("SELECT title FROM note WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    int count(String title) {
        return jdbc.sql("SELECT count(*) FROM note WHERE title = :title")
                .param("title", title)
                .query(Integer.class)
                .single();
    }

    void take(String subscription, Event<TaskCreated> event) {
        String title = event.data().title();
        attempts.computeIfAbsent(subscription, name -> new ConcurrentLinkedQueue<>())
                .add(title);
        save(new Note(Ids.next(), subscription + ":" + title));
        if (title.startsWith("flaky") && count(subscription, title) < 3) {
            throw new IllegalStateException("not yet");
        }
        if (title.startsWith("poison") && !healed.contains(title)) {
            throw new IllegalStateException("never");
        }
    }

    long count(String subscription, String title) {
        return attempts.getOrDefault(subscription, new ConcurrentLinkedQueue<>()).stream()
                .filter(title::equals)
                .count();
    }

    void heal(String title) {
        healed.add(title);
    }

    private void save(Note note) {
        jdbc.sql("INSERT INTO note (id, title) VALUES (:id, :title)")
                .param("id", note.id())
                .param("title", note.title())
                .update();
    }
}
