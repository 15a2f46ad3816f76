package com.ceoplatform.voice.query;

import com.ceoplatform.voice.language.plan.Parameters.Query;
import com.ceoplatform.voice.language.plan.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Figures as sentences fit to be read aloud. */
final class Spoken {

    private static final int NAMED = 5;
    private static final String OPEN_TASK = "open task";

    private Spoken() {}

    static String teamStatus(JsonNode report, Query query) {
        List<Reference> users = Questioned.people(query);
        if (users.size() > 1) {
            return perPerson(report, " have no open tasks.", users);
        }
        JsonNode figures = report.path("figures");
        String whole = subject(query)
                + counted(figures.path("open").asLong(0), OPEN_TASK)
                + details(
                        part(figures.path("overdue").asLong(0), "overdue"),
                        part(figures.path("blocked").asLong(0), "blocked"),
                        part(figures.path("dueSoon").asLong(0), "due within three days"),
                        part(figures.path("unassigned").asLong(0), "unassigned"))
                + ".";
        return users.isEmpty() ? (whole + " " + people(report)).strip() : whole;
    }

    /** What was cancelled is no work any more: it counts neither as done nor as left. */
    static String progress(JsonNode report, Query query) {
        JsonNode figures = report.path("figures");
        JsonNode byStatus = figures.path("byStatus");
        long total =
                figures.path("total").asLong(0) - byStatus.path("cancelled").asLong(0);
        if (total <= 0) {
            return (query.channel() == null ? "There are" : query.channel().label() + " has") + " no tasks yet.";
        }
        return (query.channel() == null ? whose(query) : query.channel().label())
                + " is " + report.path("percentComplete").asLong(0) + " percent complete: "
                + byStatus.path("completed").asLong(0) + " of " + counted(total, "task") + " done"
                + details(
                        part(byStatus.path("in_progress").asLong(0), "in progress"),
                        part(byStatus.path("review").asLong(0), "in review"),
                        part(byStatus.path("on_hold").asLong(0), "on hold"),
                        part(figures.path("overdue").asLong(0), "overdue"),
                        part(figures.path("blocked").asLong(0), "blocked"))
                + ".";
    }

    static String workload(JsonNode report, Query query) {
        List<Reference> users = Questioned.people(query);
        if (!users.isEmpty()) {
            return perPerson(report, users.size() == 1 ? " has no open tasks." : " have no open tasks.", users);
        }
        String people = people(report);
        long unassigned = report.path("unassigned").asLong(0);
        if (people.isEmpty()) {
            return "Nobody has open tasks" + (unassigned > 0 ? "; " + unassigned + " are unassigned." : ".");
        }
        return unassigned > 0
                ? people + " " + counted(unassigned, "task") + (unassigned == 1 ? " is" : " are") + " unassigned."
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

    private static String whose(Query query) {
        List<Reference> users = Questioned.people(query);
        return users.isEmpty() ? "The work" : "The work of " + Questioned.names(users);
    }

    private static String subject(Query query) {
        List<Reference> users = Questioned.people(query);
        if (!users.isEmpty()) {
            return Questioned.names(users) + ": ";
        }
        return query.channel() == null ? "" : query.channel().label() + ": ";
    }

    private static String perPerson(JsonNode report, String nothing, List<Reference> users) {
        String people = people(report);
        return people.isEmpty() ? Questioned.names(users) + nothing : people;
    }

    /** Who has most to do first; those who have nothing are left out. */
    private static String people(JsonNode report) {
        List<String> parts = new ArrayList<>();
        for (JsonNode person : report.path("people")) {
            long open = person.path("open").asLong(0);
            if (open > 0) {
                parts.add(person.path("name").asString("Somebody") + " has " + counted(open, OPEN_TASK)
                        + details(part(person.path("overdue").asLong(0), "overdue")));
            }
        }
        if (parts.isEmpty()) {
            return "";
        }
        String named = parts.stream().limit(NAMED).collect(Collectors.joining("; "));
        return parts.size() > NAMED ? named + "; and " + (parts.size() - NAMED) + " more people." : named + ".";
    }

    /** Each with the people it belongs to, where the list says so. */
    private static String titles(JsonNode tasks) {
        if (tasks.isEmpty()) {
            return "nothing";
        }
        List<String> titles = new ArrayList<>();
        tasks.forEach(task -> titles.add(task.path("title").asString("") + whoseTask(task)));
        String named = titles.stream().limit(NAMED).collect(Collectors.joining(", "));
        return titles.size() > NAMED ? named + " and " + (titles.size() - NAMED) + " more" : named;
    }

    private static String whoseTask(JsonNode task) {
        List<String> names = task.path(TaskLists.ASSIGNEES)
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
        return names.isEmpty() ? "" : " of " + String.join(" and ", names);
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
