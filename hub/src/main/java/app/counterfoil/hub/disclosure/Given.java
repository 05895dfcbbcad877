package app.counterfoil.hub.disclosure;

/**
 * How often a recipient was given something in some time.
 *
 * @param recipient who, as a code
 * @param act by which act
 * @param times how often
 * @param people how many data subjects it was about
 */
public record Given(String recipient, DisclosingAct act, long times, long people) {}
