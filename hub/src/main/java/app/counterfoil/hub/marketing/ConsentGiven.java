package app.counterfoil.hub.marketing;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is said of people who are to be taken in.
 *
 * @param proof what proves it
 * @param wording the words that they were shown
 * @param givenOn the day on which they said it
 * @param evidence the code of the place where the proof lies; empty on the sign-up page, which is the proof itself
 * @param ownGoods for a soft opt-in: whether they will be written to of the shop's own similar goods alone
 * @param refusalOffered for a soft opt-in: whether they could refuse, freely and simply, when they gave their address
 */
public record ConsentGiven(
        ConsentProof proof,
        UUID wording,
        LocalDate givenOn,
        String evidence,
        boolean ownGoods,
        boolean refusalOffered) {}
