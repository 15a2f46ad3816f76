package com.ceoplatform.gateway.user;

import com.ceoplatform.common.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The people of the organisation. */
interface Users extends Repository<User, UUID>, JpaSpecificationExecutor<User> {

    User saveAndFlush(User user);

    Optional<User> findById(UUID id);

    Optional<User> findByEmailKey(String emailKey);

    boolean existsByEmailKey(String emailKey);

    boolean existsByIdAndActiveTrue(UUID id);

    boolean existsByRoleAndActiveTrueAndIdNot(Role role, UUID id);

    List<User> findByRoleAndActiveTrue(Role role);

    /** Held until the transaction ends; whoever changes how people stand to each other takes it before he looks. */
    @Query(nativeQuery = true, value = "SELECT CAST(pg_advisory_xact_lock(5104) AS text)")
    String lockOrganisation();

    @Query("select count(u) > 0 from User u")
    boolean existsAny();

    /** Without a new version: being active is no change that anybody could be in conflict with. */
    @Modifying
    @Query("update User u set u.lastActiveAt = :now where u.id = :id")
    void touch(UUID id, Instant now);

    /** Whether the second stands somewhere above the first, or is it. */
    @Query(nativeQuery = true, value = """
            WITH RECURSIVE above (id, manager_id) AS (
                SELECT id, manager_id FROM person WHERE id = :person
                UNION
                SELECT p.id, p.manager_id FROM person p JOIN above ON p.id = above.manager_id)
            SELECT EXISTS (SELECT 1 FROM above WHERE id = :other)
            """)
    boolean isAtOrAbove(UUID person, UUID other);
}
