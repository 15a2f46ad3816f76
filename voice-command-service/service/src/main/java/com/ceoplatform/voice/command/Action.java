package com.ceoplatform.voice.command;

import com.ceoplatform.common.id.Ids;
import com.ceoplatform.voice.language.plan.PlannedAction;
import com.ceoplatform.voice.language.plan.Reference;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One step of a command's plan. */
@Entity
@Table(name = "command_action")
@SuppressWarnings("NullAway.Init") // JPA fills the fields
public class Action {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "command_id")
    @SuppressWarnings("UnusedVariable") // read by JPA only
    private Command command;

    private int position;

    /** Its id within the plan: a1, a2, ... */
    private String name;

    @Convert(converter = JsonColumn.OfPlanned.class)
    private PlannedAction planned;

    @Enumerated(EnumType.STRING)
    private ActionStatus status;

    @Convert(converter = JsonColumn.OfReference.class)
    private @Nullable Reference result;

    @Convert(converter = JsonColumn.OfError.class)
    private @Nullable ActionError error;

    @Convert(converter = JsonColumn.OfEffects.class)
    private List<Effect> effects = List.of();

    private @Nullable String spoken;

    @Convert(converter = JsonColumn.OfTree.class)
    @Column(name = "data")
    private @Nullable JsonNode data;

    @Version
    private @Nullable Long version;

    protected Action() {}

    Action(Command command, int position, PlannedAction planned) {
        this.id = Ids.next();
        this.command = command;
        this.position = position;
        this.name = planned.id();
        this.planned = planned;
        this.status = ActionStatus.PENDING;
    }

    /** The step is about to be called; these effects are to be expected. */
    void begin(List<Effect> expected) {
        if (status == ActionStatus.PENDING) {
            effects = List.copyOf(expected);
            status = ActionStatus.EXECUTING;
        }
    }

    void succeed(ActionOutcome outcome) {
        status = ActionStatus.DONE;
        error = null;
        result = outcome.result();
        effects = outcome.effects();
        spoken = outcome.spoken();
        data = outcome.data();
    }

    void fail(ActionError why) {
        status = ActionStatus.FAILED;
        error = why;
    }

    /** The call was made and nobody could say whether it had an effect. */
    void loseTrack(ActionError why) {
        error = why;
    }

    void giveUp(ActionError why) {
        status = ActionStatus.UNKNOWN;
        error = why;
    }

    void skip() {
        if (status == ActionStatus.PENDING) {
            status = ActionStatus.SKIPPED;
        }
    }

    void takenBack(ActionStatus how) {
        status = how;
        error = null;
    }

    void stands(ActionError why) {
        error = why;
    }

    public String name() {
        return name;
    }

    int position() {
        return position;
    }

    public PlannedAction planned() {
        return planned;
    }

    public ActionStatus status() {
        return status;
    }

    public @Nullable Reference result() {
        return result;
    }

    public @Nullable ActionError error() {
        return error;
    }

    public List<Effect> effects() {
        return effects;
    }

    @Nullable
    String spoken() {
        return spoken;
    }

    @Nullable
    JsonNode data() {
        return data;
    }
}
