package com.ceoplatform.voice.language.clause;

import com.ceoplatform.voice.language.clause.Seams.Seam;
import com.ceoplatform.voice.language.grammar.Matcher;
import com.ceoplatform.voice.language.resolve.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a sentence where another order begins. What is said inside a message, or as one of a list of things, stays
 * together unless what follows is certainly an order.
 */
final class Splitter {

    private final Scene scene;
    private final Matcher matcher;
    private final Seams seams;

    Splitter(Scene scene, Matcher matcher, Seams seams) {
        this.scene = scene;
        this.matcher = matcher;
        this.seams = seams;
    }

    /** One order's span; {@code certain} when its beginning cannot be anything else. */
    record Clause(int from, int to, boolean certain) {}

    List<Clause> split() {
        List<Clause> clauses = new ArrayList<>();
        int size = scene.transcript().size();
        int start = seams.skipJoins(0);
        boolean certain = true;
        OpenClause clause = open(start, null);
        for (int i = start + 1; i < size; i++) {
            clause.count(seams.join(i));
            Optional<Seam> seam = seams.at(i, start).filter(clause::ends);
            if (seam.isPresent()) {
                clauses.add(new Clause(start, i, certain));
                start = seam.get().next();
                certain = seam.get().strong() || clause.list();
                clause = open(start, clause);
                i = start;
            }
        }
        if (start < size) {
            clauses.add(new Clause(start, size, certain));
        }
        return clauses;
    }

    private OpenClause open(int start, @Nullable OpenClause before) {
        return new OpenClause(scene, matcher, seams, start, before);
    }
}
