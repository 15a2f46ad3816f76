package com.ceoplatform.notification.telling;

import com.ceoplatform.common.directory.Person;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The zone of somebody's profile. */
public final class HomeZone {

    private HomeZone() {}

    /** UTC for those who have none, or one that this JDK does not know. */
    public static ZoneId of(@Nullable Person person) {
        if (person == null || person.timezone() == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(person.timezone());
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
