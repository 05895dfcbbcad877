package app.counterfoil.hub.letter;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.security.cert.CertificateException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Makes of what the mail library throws what is told of it: codes alone (RFC 5321), for texts can quote the address. */
final class MailAnswers {

    private MailAnswers() {}

    /** @param handedOver whether the whole letter went to the server */
    static NotSent notSent(MessagingException failed, boolean handedOver) {
        for (Exception each = failed; each != null; each = next(each)) {
            if (each instanceof AuthenticationFailedException) {
                return NotSent.signIn();
            }
            if (each instanceof SMTPAddressFailedException refused && refused.getReturnCode() > 0) {
                return byCode(refused.getReturnCode(), NotSent.recipientRefused());
            }
        }
        return answerIn(failed)
                .map(code -> byCode(code, NotSent.letterRefused()))
                .orElseGet(() -> handedOver
                        ? NotSent.noAnswer()
                        : isByCertificate(failed) ? NotSent.notTrusted() : NotSent.unreachable());
    }

    /** Whoever answers there has not shown that they are the server of that name. */
    private static boolean isByCertificate(MessagingException failed) {
        for (Throwable each = failed; each != null; each = each.getCause()) {
            if (each instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Integer> answerIn(MessagingException failed) {
        for (Exception each = failed; each != null; each = next(each)) {
            int code = 0;
            if (each instanceof SMTPSendFailedException refused) {
                code = refused.getReturnCode();
            } else if (each instanceof SMTPSenderFailedException refused) {
                code = refused.getReturnCode();
            }
            if (code > 0) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** 530, 535 and 538 ask for a sign-in, or another one: that is for the operator, and no word about the letter. */
    private static NotSent byCode(int code, NotSent never) {
        if (code == 530 || code == 535 || code == 538) {
            return NotSent.signIn();
        }
        return code >= 500 ? never : NotSent.putOff();
    }

    private static @Nullable Exception next(Exception each) {
        return each instanceof MessagingException mail ? mail.getNextException() : null;
    }
}
