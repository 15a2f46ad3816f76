package com.ceoplatform.gateway.user;

import com.ceoplatform.common.cache.Caches;
import com.ceoplatform.common.cache.TwoLevelCache;
import com.ceoplatform.common.events.Topic;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * People by their ids, as clients read them, from a cache of two levels. A change counts in this process from the moment
 * it is through, in the other ones as soon as its event is there. Whatever decides about rights reads the directory.
 */
@Component
class KnownPeople {

    private final UserDirectory directory;
    private final TwoLevelCache<UserResponse> people;

    KnownPeople(UserDirectory directory, Caches caches) {
        this.directory = directory;
        this.people = caches.cache("user", Topic.USERS, UserResponse.class, UserResponse::version);
    }

    Optional<UserResponse> find(UUID id) {
        return people.get(id, "", () -> directory.find(id));
    }

    @TransactionalEventListener
    void on(UserNews.NewVersion changed) {
        people.outdate(changed.userId(), changed.version());
    }
}
