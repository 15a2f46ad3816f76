package com.ceoplatform.gateway.user;

import com.ceoplatform.common.error.DomainException;
import com.ceoplatform.common.security.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold between people: one address each, no circle of managers, somebody who may do everything. */
@Component
class OrganisationRules {

    private final Users users;

    OrganisationRules(Users users) {
        this.users = users;
    }

    /** Lets one change of the organisation happen at a time: two that are right by themselves may be wrong together. */
    void lockFor(UpdateUserRequest request) {
        if (request.concernsOrganisation()) {
            users.lockOrganisation();
        }
    }

    void check(NewUser wanted) {
        requireFree(wanted.email());
        requireManager(wanted.managerId());
    }

    void check(User user, UpdateUserRequest request) {
        String email = request.email().value();
        if (email != null && !User.keyOf(email).equals(User.keyOf(user.email()))) {
            requireFree(email);
        }
        UUID manager = request.managerId().value();
        requireManager(manager);
        if (manager != null && users.isAtOrAbove(manager, user.id())) {
            throw DomainException.invalid("managerId", "must not be the person or somebody who reports to them");
        }
        checkRole(user, request);
    }

    private void checkRole(User user, UpdateUserRequest request) {
        Role role = request.role().value();
        if (role == Role.CEO && user.kind() == UserKind.SERVICE) {
            throw DomainException.invalid("role", "must not be ceo for a program");
        }
        boolean stepsDown = (role != null && role != Role.CEO)
                || Boolean.FALSE.equals(request.active().value());
        if (user.role() == Role.CEO && stepsDown && !users.existsByRoleAndActiveTrueAndIdNot(Role.CEO, user.id())) {
            throw DomainException.conflict("last_ceo", "Somebody must stay who may do everything.");
        }
    }

    private void requireFree(String email) {
        if (users.existsByEmailKey(User.keyOf(email))) {
            throw EmailTaken.refusal();
        }
    }

    private void requireManager(@Nullable UUID managerId) {
        if (managerId != null && !users.existsByIdAndActiveTrue(managerId)) {
            throw DomainException.invalid("managerId", "is nobody of this organisation");
        }
    }
}
