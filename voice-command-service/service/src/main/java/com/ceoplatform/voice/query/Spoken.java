package com.ceoplatform.voice.query;

import com.ceoplatform.voice.language.plan.Parameters.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Figures as sentences fit to be read aloud. */
final class Spoken {

    private static final int NAMED = 5;

    private Spoken() {}

    static String teamStatus(JsonNode report, Query query) {
        JsonNode figures = report.path("figures");
        boolean several = query.users() != null && query.users().size() > 1;
        String whole = several
                ? ""
                : subject(query) + counted(figures.path("open").asLong(0), "open task")
                        + details(
                                part(figures.path("overdue").asLong(0), "overdue"),
                                part(figures.path("blocked").asLong(0), "blocked"),
                                part(figures.path("dueSoon").asLong(0), "due within three days"))
                        + ". ";
        return (whole + people(report)).strip();
    }

    static String progress(JsonNode report, Query query) {
        JsonNode figures = report.path("figures");
        long total = figures.path("total").asLong(0);
        if (total == 0) {
            return (query.channel() == null ? "There are" : query.channel().label() + " has") + " no tasks yet.";
        }
        JsonNode byStatus = figures.path("byStatus");
        return (query.channel() == null ? "The work" : query.channel().label())
                + " is " + report.path("percentComplete").asLong(0) + " percent complete: "
                + byStatus.path("completed").asLong(0) + " of " + counted(total, "task") + " done"
                + details(
                        part(byStatus.path("in_progress").asLong(0), "in progress"),
                        part(byStatus.path("review").asLong(0), "in review"),
                        part(figures.path("overdue").asLong(0), "overdue"),
                        part(figures.path("blocked").asLong(0), "blocked"))
                + ".";
    }

    static String workload(JsonNode report, Query query) {
        String people = people(report);
        long unassigned = report.path("unassigned").asLong(0);
        if (people.isEmpty()) {
            return "Nobody has open tasks" + (unassigned > 0 ? "; " + unassigned + " are unassigned." : ".");
        }
        return unassigned > 0 && (query.users() == null || query.users().isEmpty())
                ? people + " " + unassigned + (unassigned == 1 ? " is" : " are") + " unassigned."
                : people;
    }

    static String dailySummary(JsonNode report, Query query) {
        return subject(query) + "Due today: " + titles(report.path("dueToday")) + ". "
                + counted(report.path("figures").path("overdue").asLong(0), "task") + " overdue, "
                + report.path("completedToday").asLong(0) + " completed and "
                + report.path("createdToday").asLong(0) + " created today.";
    }

    static String tasks(JsonNode list, Query query) {
        long count = list.path("count").asLong(0);
        if (count == 0) {
            return "There are no such tasks.";
        }
        String size = list.path("more").asBoolean(false) ? "More than " + count + " tasks" : counted(count, "task");
        return size + ": " + titles(list.path("tasks")) + ".";
    }

    private static String subject(Query query) {
        if (query.users() != null && query.users().size() == 1) {
            return query.users().getFirst().label() + ": ";
        }
        return query.channel() == null ? "" : query.channel().label() + ": ";
    }

    private static String people(JsonNode report) {
        List<String> parts = new ArrayList<>();
        for (JsonNode person : report.path("people")) {
            long open = person.path("open").asLong(0);
            if (open > 0 && parts.size() < NAMED) {
                long overdue = person.path("overdue").asLong(0);
                parts.add(person.path("name").asString("Somebody") + " has " + counted(open, "open task")
                        + (overdue > 0 ? ", " + overdue + " overdue" : ""));
            }
        }
        return parts.isEmpty() ? "" : String.join("; ", parts) + ".";
    }

    private static String titles(JsonNode tasks) {
        if (tasks.isEmpty()) {
            return "nothing";
        }
        List<String> titles = new ArrayList<>();
        tasks.forEach(task -> titles.add(task.path("title").asString("")));
        String named = titles.stream().limit(NAMED).collect(Collectors.joining(", "));
        return titles.size() > NAMED ? named + " and " + (titles.size() - NAMED) + " more" : named;
    }

    private static String details(String... parts) {
        String named = Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : ", " + named;
    }

    private static String part(long number, String what) {
        return number == 0 ? "" : number + " " + what;
    }

    private static String counted(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
