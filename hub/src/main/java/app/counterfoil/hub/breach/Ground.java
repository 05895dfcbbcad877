package app.counterfoil.hub.breach;

import java.util.Arrays;
import java.util.List;

/** Why a duty was done, or is not owed; a decision either way has one. Stored by its name. */
public enum Ground {
    /** People may come to harm. */
    RISK_LIKELY(Duty.REGULATOR, true, "A risk to people is likely"),
    /** It is not sure, and the hours run. */
    RISK_NOT_KNOWN(Duty.REGULATOR, true, "The risk is not known yet: told in phases"),
    /** Art 33(1): unlikely to result in a risk. */
    RISK_UNLIKELY(Duty.REGULATOR, false, "A risk to people is unlikely"),
    /** No personal data was in it. */
    NO_PERSONAL_DATA(Duty.REGULATOR, false, "No personal data was affected"),
    /** The operator has told, or the seller found it. */
    SELLER_KNOWS(Duty.NOTICE, true, "The shop was told"),
    /** Nobody else runs it. */
    RUNS_IT_ITSELF(Duty.NOTICE, false, "The shop runs the installation itself"),
    /** The channel's data is in it. */
    CHANNEL_DATA(Duty.CHANNEL, true, "Data of its orders is affected"),
    /** It turned out not to be. */
    NO_CHANNEL_DATA(Duty.CHANNEL, false, "No data of its orders was affected"),
    /** Art 34(1): likely to result in a high risk. */
    RISK_HIGH(Duty.PEOPLE, true, "The risk to people is high"),
    /** To be sure, or out of courtesy. */
    TOLD_ANYWAY(Duty.PEOPLE, true, "The risk is not high; they were told all the same"),
    /** The risk is not high. */
    RISK_NOT_HIGH(Duty.PEOPLE, false, "The risk to people is not high"),
    /** Art 34(3)(a). */
    UNREADABLE(Duty.PEOPLE, false, "The data was unreadable, and its keys are not lost"),
    /** Art 34(3)(b). */
    RISK_REMOVED(Duty.PEOPLE, false, "The high risk has been removed since"),
    /** Art 34(3)(c). */
    OUT_OF_PROPORTION(Duty.PEOPLE, false, "Writing to each is out of proportion: a public notice instead");

    private final Duty duty;
    private final boolean isForDoing;
    private final String title;

    Ground(Duty duty, boolean isForDoing, String title) {
        this.duty = duty;
        this.isForDoing = isForDoing;
        this.title = title;
    }

    /** The grounds for having done a duty, or for not owing it. */
    public static List<Ground> of(Duty duty, boolean forDoing) {
        return Arrays.stream(values())
                .filter(ground -> ground.duty == duty && ground.isForDoing == forDoing)
                .toList();
    }

    /** Which duty it decides on. */
    public Duty duty() {
        return duty;
    }

    /** Whether the duty was done; else it is not owed. */
    public boolean isForDoing() {
        return isForDoing;
    }

    /** How people call it. */
    public String title() {
        return title;
    }
}
