package app.counterfoil.hub.custody;

import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.util.Collection;
import java.util.List;

/**
 * A place lent to whoever keeps people's e-mail addresses apart from orders and from the accounts of the shop: by it those
 * people are found when the law wants them told of a breach (Art 34).
 *
 * @param <T> what the records hold
 */
public interface KeepsAddresses<T> {

    /** Who those people are. */
    DataSubjects whose();

    /** The records that hold the address. */
    RecordKind<T> kind();

    /** The records of these subjects, and of nobody else; those that have ended as well. It opens nobody. */
    List<RecordRef> of(SellerId seller, Collection<SubjectId> subjects);

    /** Where the person of an opened record can be written to; empty text for nowhere. */
    String address(T content);
}
