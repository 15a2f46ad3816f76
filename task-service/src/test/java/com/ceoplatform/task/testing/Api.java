package com.ceoplatform.task.testing;

import com.ceoplatform.common.test.http.Answer;
import com.ceoplatform.common.test.http.Someone;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** The service as a client meets it. */
public final class Api extends com.ceoplatform.common.test.http.Api {

    Api(IntSupplier port) {
        super(port);
    }

    /** Creates a task with a title and any other fields, and answers what was created. */
    public Answer task(Someone creator, Object... fields) {
        Map<String, Object> body = new HashMap<>(Map.of("title", "Write the content plan"));
        for (int index = 0; index < fields.length; index += 2) {
            body.put((String) fields[index], fields[index + 1]);
        }
        Answer answer = post(creator, "/tasks", body);
        if (answer.status() != 201) {
            throw new AssertionError("Not created: " + answer);
        }
        return answer;
    }
}
