package com.ceoplatform.realtime.audience;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.events.Event;
import com.ceoplatform.common.events.EventDecoder;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which department people belong to and who has left, read from the events of all users. */
@Component
public final class Departments {

    private final EventDecoder decoder;
    private final Map<UUID, String> departments = new ConcurrentHashMap<>();
    private final Set<UUID> deactivated = ConcurrentHashMap.newKeySet();

    public Departments(EventDecoder decoder) {
        this.decoder = requireNonNull(decoder, "decoder is null");
    }

    private record User(
            UUID id, @Nullable String department, @Nullable Boolean active) {}

    /** Takes note of a {@code user.*}. */
    public void on(Event<byte[]> event) {
        User user = decoder.read(event, User.class).data();
        if (user.department() == null) {
            departments.remove(user.id());
        } else {
            departments.put(user.id(), user.department());
        }
        if (event.type().equals("user.deactivated") || Boolean.FALSE.equals(user.active())) {
            deactivated.add(user.id());
        } else {
            deactivated.remove(user.id());
        }
    }

    /** Whether an administrator has switched the account off. */
    public boolean isDeactivated(UUID userId) {
        return deactivated.contains(userId);
    }

    boolean anyIn(String department, Set<UUID> people) {
        return people.stream().anyMatch(person -> department.equals(departments.get(person)));
    }
}
