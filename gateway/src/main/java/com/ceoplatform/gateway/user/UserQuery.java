package com.ceoplatform.gateway.user;

import com.ceoplatform.common.page.Cursor;
import com.ceoplatform.common.security.Role;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/**
 * What a list of people is narrowed down to; null and an empty text do not narrow.
 *
 * @param text part of the name, the address or the job title, in any case
 * @param after where the page before ended
 */
record UserQuery(
        @Nullable String text,
        @Nullable String department,
        @Nullable Role role,
        @Nullable UserKind kind,
        @Nullable UUID managerId,
        boolean active,
        @Nullable Cursor after) {

    static final Sort ORDER = Sort.by("sortKey", "id");

    static Cursor cursorOf(User user) {
        return Cursor.of(user.sortKey(), user.id());
    }

    Specification<User> specification() {
        Specification<User> all =
                (user, query, is) -> active ? is.isTrue(user.get("active")) : is.isFalse(user.get("active"));
        if (text != null && !text.isBlank()) {
            String pattern = "%" + escaped(text.strip().toLowerCase(Locale.ROOT)) + "%";
            all = all.and((user, query, is) -> is.like(user.get("searchText"), pattern, '\\'));
        }
        if (department != null && !department.isEmpty()) {
            all = all.and((user, query, is) -> is.equal(user.get("department"), department));
        }
        if (role != null) {
            all = all.and((user, query, is) -> is.equal(user.get("role"), role));
        }
        if (kind != null) {
            all = all.and((user, query, is) -> is.equal(user.get("kind"), kind));
        }
        if (managerId != null) {
            all = all.and((user, query, is) -> is.equal(user.get("managerId"), managerId));
        }
        return after == null ? all : all.and(behind(after.text(0), after.uuid(1)));
    }

    /** The first condition alone tells the index where to begin; the second one leaves out what lies before within it. */
    private static Specification<User> behind(String sortKey, UUID id) {
        return (user, query, is) -> is.and(
                is.greaterThanOrEqualTo(user.<String>get("sortKey"), sortKey),
                is.or(is.greaterThan(user.<String>get("sortKey"), sortKey), is.greaterThan(user.<UUID>get("id"), id)));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
