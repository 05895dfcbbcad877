package app.counterfoil.hub.seller;

import app.counterfoil.vault.Purpose;
import app.counterfoil.vault.RecordKind;
import app.counterfoil.vault.Term;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What is held on one of the seller's people. */
record StaffRecord(String name, String email, String passwordHash) {

    static final RecordKind<StaffRecord> KIND = new RecordKind<>() {
        private static final JsonMapper JSON = new JsonMapper();

        @Override
        public String name() {
            return "seller.person";
        }

        @Override
        public Purpose purpose() {
            return Purpose.STAFF;
        }

        @Override
        public byte[] write(StaffRecord content) {
            return JSON.writeValueAsBytes(content);
        }

        @Override
        public StaffRecord read(byte[] bytes) {
            return JSON.readValue(bytes, StaffRecord.class);
        }

        @Override
        public List<Term> terms(StaffRecord content) {
            return List.of(Term.email(content.email()));
        }
    };

    @Override
    public String toString() {
        return "StaffRecord[hidden]";
    }
}
