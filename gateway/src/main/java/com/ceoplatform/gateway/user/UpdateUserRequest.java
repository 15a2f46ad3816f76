package com.ceoplatform.gateway.user;

import com.ceoplatform.common.json.Change;
import com.ceoplatform.common.security.Role;
import java.util.UUID;

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

    @Override
    public String toString() {
        return "UpdateUserRequest";
    }
}
