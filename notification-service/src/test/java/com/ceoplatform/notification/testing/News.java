package com.ceoplatform.notification.testing;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.common.test.http.Someone;
import com.ceoplatform.notification.notification.NotificationKind;
import com.ceoplatform.notification.notification.Subject;
import com.ceoplatform.notification.notification.SubjectKind;
import com.ceoplatform.notification.telling.Notice;
import com.ceoplatform.notification.telling.Teller;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells people something, as the rules do, without an event. */
public final class News {

    private final Teller teller;
    private final TransactionTemplate transactions;

    News(Teller teller, TransactionTemplate transactions) {
        this.teller = teller;
        this.transactions = transactions;
    }

    /** Tells all of them in one go; answers the id of what it is about. */
    public UUID tell(NotificationKind kind, String words, Someone... people) {
        UUID subject = Ids.next();
        Notice notice = Notice.ofAdmitted(
                kind,
                actor -> "News of " + kind,
                words,
                new Subject(SubjectKind.TASK, subject, "A task", null),
                Arrays.stream(people).map(Someone::id).toList());
        transactions.executeWithoutResult(status -> teller.tellFor(null, notice));
        return subject;
    }
}
