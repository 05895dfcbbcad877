package app.counterfoil.hub.order;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Brings a phone number into the one form in which it is searched; how the buyer wrote it is kept elsewhere. */
final class Phone {

    private Phone() {}

    static Optional<String> e164(String written, String country) {
        if (written.isBlank()) {
            return Optional.empty();
        }
        try {
            var numbers = PhoneNumberUtil.getInstance();
            return Optional.of(numbers.format(numbers.parse(written, country), PhoneNumberFormat.E164));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
