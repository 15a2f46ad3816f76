package com.ceoplatform.notification.preference;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.web.request.ExpectedVersion;
import com.ceoplatform.notification.notification.NotificationKind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps preferences and knows who wants to be told. */
@Service
public class PreferenceService {

    private final PreferenceBook book;

    PreferenceService(PreferenceBook book) {
        this.book = requireNonNull(book, "book is null");
    }

    @Transactional(readOnly = true)
    PreferencesResponse get(UUID userId) {
        return book.findById(userId).map(PreferencesResponse::from).orElse(PreferencesResponse.DEFAULT);
    }

    @Transactional
    PreferencesResponse replace(UUID userId, PreferencesRequest request, ExpectedVersion expected) {
        Set<NotificationKind> muted = request.muted();
        book.open(userId);
        Preferences preferences = book.lock(userId);
        expected.check(preferences.version());
        if (!preferences.muted().equals(muted)) {
            preferences.mute(muted);
            book.saveAndFlush(preferences);
        }
        return PreferencesResponse.from(preferences);
    }

    /** Those of the given people who want to be told of such things. */
    @Transactional(readOnly = true)
    public Set<UUID> wanting(NotificationKind kind, Collection<UUID> userIds) {
        Set<UUID> wanting = new LinkedHashSet<>(userIds);
        if (!wanting.isEmpty()) {
            book.whoMuted(kind.name(), userIds).forEach(wanting::remove);
        }
        return wanting;
    }
}
