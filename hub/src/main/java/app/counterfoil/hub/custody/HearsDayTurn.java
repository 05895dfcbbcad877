package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.SellerId;
import java.time.LocalDate;

/**
 * Lent as a bean by who has something to do when a day has begun, before what ends that day is ended: above all to carry
 * on what is still needed.
 */
public interface HearsDayTurn {

    /** So many days may pass between two turns at most; what is carried on is carried on for longer than that. */
    int MOST_DAYS_BETWEEN = 6;

    /**
     * A day has begun for a seller. What fails here keeps all days of that seller from ending until it succeeds, since
     * what ends cannot be brought back; the others are told all the same.
     */
    void dayTurned(SellerId seller, LocalDate today);
}
