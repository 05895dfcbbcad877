package app.counterfoil.hub.register;

import app.counterfoil.hub.seller.Business;
import java.time.LocalDate;
import java.util.List;

/**
 * The record of processing activities of one seller on one day (Art 30(1)). It can name people who answer for data: it does
 * not print.
 *
 * @param day the day on which it was read off the system
 * @param controller who answers: the seller's business
 * @param operator who runs the installation for them
 * @param kept what people have added
 * @param activities one for each purpose
 * @param recipients all who may receive something, or are connected
 * @param security what protects the data
 * @param gaps what is missing
 */
public record RecordOfProcessing(
        LocalDate day,
        Business controller,
        Operator operator,
        KeptTexts kept,
        List<Activity> activities,
        List<Receiver> recipients,
        List<SecurityMeasure> security,
        List<Gap> gaps) {

    /** Copies the lists. */
    public RecordOfProcessing {
        activities = List.copyOf(activities);
        recipients = List.copyOf(recipients);
        security = List.copyOf(security);
        gaps = List.copyOf(gaps);
    }

    @Override
    public String toString() {
        return "RecordOfProcessing[" + day + "]";
    }
}
