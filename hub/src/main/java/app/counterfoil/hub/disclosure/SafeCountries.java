package app.counterfoil.hub.disclosure;

import app.counterfoil.hub.measure.Country;
import java.util.Set;

/**
 * Countries to which personal data may go without a safeguard: the United Kingdom, the EEA, and those that the UK's
 * adequacy regulations name (DPA 2018, Schedule 21, and SI 2022/1213 for Korea). Not the United States: there it takes a
 * recipient that is certified.
 */
final class SafeCountries {

    private static final Set<String> OUTSIDE_THE_UNION = Set.of(
            "GB", "IS", "LI", "NO", "CH", "GI", "GG", "JE", "IM", "AD", "AR", "CA", "FO", "IL", "JP", "KR", "NZ", "UY");

    private SafeCountries() {}

    static boolean contain(Country country) {
        return country.isInEuropeanUnion() || OUTSIDE_THE_UNION.contains(country.code());
    }
}
