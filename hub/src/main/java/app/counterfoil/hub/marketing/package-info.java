/**
 * Consent to marketing by e-mail: who has agreed to which words, when, how and with what proof (Art 7(1) UK GDPR, PECR
 * reg. 22), and who wants no more. {@link app.counterfoil.hub.marketing.TakeInConsent} takes consent in, {@link
 * app.counterfoil.hub.marketing.AnswerLinks} lets the person confirm and withdraw, {@link
 * app.counterfoil.hub.marketing.EndConsent} ends it. Start reading at {@code ConsentState}. Owns {@code marketing_*}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "measure",
            "storage",
            "shell",
            "books",
            "custody",
            "disclosure",
            "seller",
            "connection",
            "letter",
            "order"
        })
package app.counterfoil.hub.marketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
