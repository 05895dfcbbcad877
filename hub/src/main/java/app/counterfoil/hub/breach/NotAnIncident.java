package app.counterfoil.hub.breach;

import app.counterfoil.hub.measure.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What was asked for an incident cannot be done as it is; nothing was changed. */
public final class NotAnIncident extends Refusal {

    private final String field;

    private NotAnIncident(String field, String wrong, String mend) {
        super(wrong, mend);
        this.field = field;
    }

    static NotAnIncident field(String field, String wrong, String mend) {
        return new NotAnIncident(field, wrong, mend);
    }

    /** Which field it is about. */
    public String field() {
        return field;
    }

    /** The seller has no such incident. */
    @ResponseStatus(HttpStatus.NOT_FOUND)
    static final class Unknown extends Refusal {
        Unknown() {
            super("There is no such incident.", "Look at the list under Breaches.");
        }
    }

    /** It is closed, and stays as it is. */
    static final class Closed extends Refusal {
        Closed() {
            super("This incident is closed, and nothing is added to it.", "Open a new one, if there is something new.");
        }
    }

    /** Nobody outside is told of a drill. */
    static final class OnlyADrill extends Refusal {
        OnlyADrill() {
            super("This is a drill, and nobody is written to.", "Write down a real incident as an incident.");
        }
    }

    /** It was not decided that people are told. */
    static final class NotDecided extends Refusal {
        NotDecided() {
            super(
                    "It is not decided that people are told.",
                    "Decide first, on the page of the incident, that the risk to them is high or that they are told all the same.");
        }
    }

    /** It is not known whom to write to. */
    static final class NobodyCounted extends Refusal {
        NobodyCounted() {
            super(
                    "Nobody was counted whom it is about.",
                    "Count them on the page of the incident, then write to them.");
        }
    }

    /** The letter is not there, or not whole. */
    static final class NoLetter extends Refusal {
        NoLetter() {
            super(
                    "The letter is not saved yet, or has gaps.",
                    "Say what is \"" + RegulatorDraft.TO_SAY + "\", and save the letter.");
        }
    }

    /** Something is still to be decided. */
    static final class Undecided extends Refusal {
        Undecided(String duties) {
            super(
                    "It cannot be closed yet. Not decided: " + duties + ".",
                    "Decide each, with its reason, then close it.");
        }
    }
}
