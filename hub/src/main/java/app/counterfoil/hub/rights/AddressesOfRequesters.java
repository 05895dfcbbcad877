package app.counterfoil.hub.rights;

import app.counterfoil.hub.custody.KeepsAddresses;
import app.counterfoil.hub.measure.SellerId;
import app.counterfoil.hub.storage.SellerTransactions;
import app.counterfoil.vault.DataSubjects;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.RecordRef;
import app.counterfoil.vault.SubjectId;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where those can be written to who have asked about their data, or have typed that they want to. */
@Configuration(proxyBeanMethods = false)
class AddressesOfRequesters {

    @Bean
    static KeepsAddresses<Requester> addressesOfRequests(RequestRows rows, SellerTransactions transactions) {
        return new Addresses(
                Requester.KIND, (seller, subjects) -> transactions.in(seller, () -> rows.under(seller, subjects)));
    }

    @Bean
    static KeepsAddresses<Requester> addressesTyped(Knocks knocks, SellerTransactions transactions) {
        return new Addresses(
                Requester.TYPED, (seller, subjects) -> transactions.in(seller, () -> knocks.under(seller, subjects)));
    }

    private record Addresses(
            RecordKind<Requester> kind, BiFunction<SellerId, Collection<SubjectId>, List<RecordRef>> under)
            implements KeepsAddresses<Requester> {

        @Override
        public DataSubjects whose() {
            return DataSubjects.REQUESTERS;
        }

        @Override
        public List<RecordRef> of(SellerId seller, Collection<SubjectId> subjects) {
            return under.apply(seller, subjects);
        }

        @Override
        public String address(Requester content) {
            return content.email();
        }
    }
}
