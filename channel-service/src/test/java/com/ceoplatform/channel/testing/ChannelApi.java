package com.ceoplatform.channel.testing;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Api;
import com.ceoplatform.common.test.http.Someone;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;

/** The service as a client meets it. */
public final class ChannelApi extends Api {

    ChannelApi(IntSupplier port) {
        super(port);
    }

    /** Creates a channel and answers its id. */
    public UUID channel(Someone creator, String privacy, Someone... members) {
        List<UUID> ids = Arrays.stream(members).map(Someone::id).toList();
        Answer answer =
                post(creator, "/channels", Map.of("name", "Spring Launch", "privacy", privacy, "memberIds", ids));
        if (answer.status() != 201) {
            throw new AssertionError("Not created: " + answer);
        }
        return answer.id();
    }

    public Answer add(Someone caller, UUID channelId, String role, Someone... people) {
        List<UUID> ids = Arrays.stream(people).map(Someone::id).toList();
        return post(caller, "/channels/" + channelId + "/members", Map.of("userIds", ids, "role", role));
    }

    public Answer remove(Someone caller, UUID channelId, Someone member) {
        return delete(caller, "/channels/" + channelId + "/members/" + member.id());
    }

    public Answer role(Someone caller, UUID channelId, Someone member, String role) {
        return patch(caller, "/channels/" + channelId + "/members/" + member.id(), Map.of("role", role));
    }
}
