package com.ceoplatform.gateway.user;

import com.ceoplatform.common.json.Change;
import com.ceoplatform.common.security.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become different about a person; fields left out stay.
 *
 * @param password the new password
 * @param currentPassword needed by people who change their own password
 */
record UpdateUserRequest(
        Change<String> email,
        Change<String> name,
        Change<Role> role,
        Change<String> department,
        Change<String> jobTitle,
        Change<UUID> managerId,
        Change<String> timezone,
        Change<String> locale,
        Change<Boolean> active,
        Change<String> password,
        Change<String> currentPassword) {

    /** What somebody else, who is trusted with it, says about a person; null says nothing. */
    static UpdateUserRequest of(ExternalProfile profile) {
        return new UpdateUserRequest(
                Change.absent(),
                said(profile.name()),
                said(profile.role()),
                said(profile.department()),
                Change.absent(),
                Change.absent(),
                said(profile.timezone()),
                said(profile.locale()),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }

    private static <T> Change<T> said(@Nullable T value) {
        return value == null ? Change.absent() : Change.to(value);
    }

    static UpdateUserRequest deactivation() {
        return new UpdateUserRequest(
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.to(false),
                Change.absent(),
                Change.absent());
    }

    /** Whether it asks for more than people may change about themselves. */
    boolean exceedsOwnRights() {
        return email.present()
                || role.present()
                || department.present()
                || jobTitle.present()
                || managerId.present()
                || active.present();
    }

    /** Whether it changes how people stand to each other. */
    boolean concernsOrganisation() {
        return role.present() || managerId.present() || active.present();
    }

    @Override
    public String toString() {
        return "UpdateUserRequest";
    }
}
