package app.counterfoil.hub.invoice.einvoice;

import com.helger.diagnostics.error.list.ErrorList;
import com.helger.jaxb.GenericJAXBMarshaller;
import java.util.Optional;

/** Writes what was put together as XML, held against its schema. */
final class Marshalled {

    /** Rec 20: one piece of whatever it is. */
    static final String PIECE = "C62";

    private Marshalled() {}

    static <T> byte[] of(GenericJAXBMarshaller<T> marshaller, T document) {
        // Without these two the marshaller logs what is wrong, and quotes the document.
        var errors = new ErrorList();
        marshaller.setCollectErrors(errors);
        marshaller.writeExceptionCallbacks().removeAll();
        marshaller.setFormattedOutput(true);
        return Optional.ofNullable(marshaller.getAsBytes(document))
                .filter(bytes -> errors.containsNoError())
                .orElseThrow(() -> new IllegalStateException("The invoice for machines does not fit its schema."));
    }
}
