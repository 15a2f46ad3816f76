package com.ceoplatform.notification.preference;

import com.ceoplatform.notification.notification.NotificationKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one person wants to be told of. Who never said is told of everything. */
@Entity
@Table(name = "preferences")
class Preferences {

    @Id
    private UUID userId;

    /** Names of the kinds that are not wanted. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(columnDefinition = "text[]")
    private List<String> muted;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Preferences() {}

    Set<NotificationKind> muted() {
        Set<NotificationKind> kinds = EnumSet.noneOf(NotificationKind.class);
        muted.forEach(name -> kinds.add(NotificationKind.valueOf(name)));
        return kinds;
    }

    void mute(Collection<NotificationKind> kinds) {
        muted = kinds.stream().map(Enum::name).sorted().toList();
    }

    long version() {
        return version;
    }
}
