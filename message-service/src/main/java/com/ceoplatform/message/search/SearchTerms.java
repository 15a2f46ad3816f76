package com.ceoplatform.message.search;

import static java.util.Objects.requireNonNull;

import com.ceoplatform.common.security.Caller;
import com.ceoplatform.message.mention.Mentions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the people and channels that a search names. What nobody bears finds nothing. */
@Component
class SearchTerms {

    private final Mentions mentions;
    private final JdbcClient jdbc;

    SearchTerms(Mentions mentions, JdbcClient jdbc) {
        this.mentions = requireNonNull(mentions, "mentions is null");
        this.jdbc = requireNonNull(jdbc, "jdbc is null");
    }

    /** By id, name, first name, address or department; {@code me} is the caller. */
    Set<UUID> people(Caller caller, List<String> names) {
        Set<UUID> people = new HashSet<>();
        for (String name : names) {
            if (name.equalsIgnoreCase("me")) {
                people.add(caller.id());
            } else {
                id(name).ifPresentOrElse(people::add, () -> people.addAll(mentions.peopleCalled(name)));
            }
        }
        return people;
    }

    /** By id or name, whether or not the caller may see them: the search itself leaves out what they may not. */
    Set<UUID> channels(List<String> names) {
        Set<UUID> channels = new HashSet<>();
        names.forEach(name -> id(name).ifPresent(channels::add));
        channels.addAll(jdbc.sql("SELECT id FROM directory_channel WHERE lower(name) = ANY(:names)")
                .param("names", names.stream().map(String::toLowerCase).toArray(String[]::new))
                .query(UUID.class)
                .list());
        return channels;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }
}
