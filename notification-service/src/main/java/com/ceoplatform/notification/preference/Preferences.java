package com.ceoplatform.notification.preference;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** What one person wants to be told of, how and when. */
@Entity
@Table(name = "preferences")
class Preferences {

    @Id
    private UUID userId;

    @Convert(converter = SettingsColumn.class)
    private Settings settings;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Preferences() {}

    /** Whether that is something else than before. */
    boolean replace(Settings wanted) {
        if (settings.equals(wanted)) {
            return false;
        }
        settings = wanted;
        return true;
    }

    UUID userId() {
        return userId;
    }

    Settings settings() {
        return settings;
    }

    long version() {
        return version;
    }
}
