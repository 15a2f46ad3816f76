package com.ceoplatform.notification.preference;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.notification.notification.NotificationKind;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what each person wants to be told of, how and when. */
@Service
public class PreferenceService {

    private final PreferenceBook book;

    PreferenceService(PreferenceBook book) {
        this.book = requireNonNull(book, "book is null");
    }

    @Transactional(readOnly = true)
    PreferencesResponse get(UUID userId) {
        return book.findById(userId).map(PreferencesResponse::from).orElse(PreferencesResponse.USUAL);
    }

    @Transactional
    PreferencesResponse replace(UUID userId, PreferencesRequest request, ExpectedVersion expected) {
        Settings settings = request.settings();
        book.open(userId);
        Preferences preferences = book.lock(userId);
        expected.check(preferences.version());
        if (preferences.replace(settings)) {
            book.saveAndFlush(preferences);
        }
        return PreferencesResponse.from(preferences);
    }

    /** Ends mail of these kinds to somebody, whatever else they want. */
    @Transactional
    public void stopEmail(UUID userId, Set<NotificationKind> kinds) {
        book.open(userId);
        Preferences preferences = book.lock(userId);
        if (preferences.replace(preferences.settings().withoutEmail(kinds))) {
            book.saveAndFlush(preferences);
        }
    }

    /** The settings of those of the given people who have any; the others have {@link Settings#USUAL}. */
    @Transactional(readOnly = true)
    public Map<UUID, Settings> of(Collection<UUID> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : book.of(userIds).stream().collect(toMap(Preferences::userId, Preferences::settings));
    }
}
