package com.ceoplatform.common.directory;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.ceoplatform.common.security.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people of the organisation. Somebody who is not known here yet is asked for at the gateway, on behalf of the caller,
 * so that a person can be used the moment they exist; do not look up unknown people inside a transaction.
 */
public class People {

    private static final String COLUMNS =
            "id, email, name, role, department, job_title, manager_id, timezone, locale, active, version";

    private final JdbcClient jdbc;
    private final Owners owners;

    People(JdbcClient jdbc, Owners owners) {
        this.jdbc = jdbc;
        this.owners = owners;
    }

    public Optional<Person> find(UUID id) {
        return Optional.ofNullable(findAll(Set.of(id)).get(id));
    }

    /** Those of the given people who exist, deactivated ones included. */
    public Map<UUID, Person> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Person> known = known(ids);
        Set<UUID> missing = new HashSet<>(ids);
        missing.removeAll(known.keySet());
        for (UUID id : missing) {
            owners.person(id).ifPresent(person -> {
                save(person);
                known.put(id, person);
            });
        }
        return known;
    }

    /** Those of the given people whom this service knows already; asks nobody. */
    public Map<UUID, Person> known(Collection<UUID> ids) {
        return jdbc
                .sql("SELECT " + COLUMNS + " FROM directory_person WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(People::person)
                .list()
                .stream()
                .collect(toMap(Person::id, identity(), (first, second) -> second, java.util.HashMap::new));
    }

    /** The active people of a department, by its exact name, ordered by name. */
    public List<Person> ofDepartment(String department) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM directory_person WHERE department = :department AND active ORDER BY name, id")
                .param("department", department)
                .query(People::person)
                .list();
    }

    /** Everybody, deactivated people included. */
    public List<Person> all() {
        return jdbc.sql("SELECT " + COLUMNS + " FROM directory_person ORDER BY name, id")
                .query(People::person)
                .list();
    }

    void save(Person person) {
        jdbc.sql("INSERT INTO directory_person (" + COLUMNS + ")"
                        + " VALUES (:id, :email, :name, :role, :department, :jobTitle, :managerId, :timezone, :locale,"
                        + " :active, :version)"
                        + " ON CONFLICT (id) DO UPDATE SET email = excluded.email, name = excluded.name,"
                        + " role = excluded.role, department = excluded.department, job_title = excluded.job_title,"
                        + " manager_id = excluded.manager_id, timezone = excluded.timezone, locale = excluded.locale,"
                        + " active = excluded.active, version = excluded.version"
                        + " WHERE directory_person.version <= excluded.version")
                .param("id", person.id())
                .param("email", person.email())
                .param("name", person.name())
                .param("role", person.role().wireName())
                .param("department", person.department(), Types.VARCHAR)
                .param("jobTitle", person.jobTitle(), Types.VARCHAR)
                .param("managerId", person.managerId(), Types.OTHER)
                .param("timezone", person.timezone(), Types.VARCHAR)
                .param("locale", person.locale(), Types.VARCHAR)
                .param("active", person.active())
                .param("version", person.version())
                .update();
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Role.of(row.getString("role")),
                nullable(row, "department"),
                nullable(row, "job_title"),
                row.getObject("manager_id", UUID.class),
                nullable(row, "timezone"),
                nullable(row, "locale"),
                row.getBoolean("active"),
                row.getLong("version"));
    }

    private static @Nullable String nullable(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
