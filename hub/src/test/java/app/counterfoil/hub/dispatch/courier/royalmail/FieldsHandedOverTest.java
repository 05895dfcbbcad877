package app.counterfoil.hub.dispatch.courier.royalmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.counterfoil.hub.disclosure.DataCategory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class FieldsHandedOverTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'recipient': {'address': {'fullName': 'A'}}}             | NAME",
                "{'recipient': {'address': {'companyName': 'A'}}}          | NAME",
                "{'recipient': {'address': {'addressLine2': 'A'}}}         | ADDRESS",
                "{'recipient': {'address': {'countryCode': 'GB'}}}         | ADDRESS",
                "{'recipient': {'emailAddress': 'A'}}                      | EMAIL",
                "{'recipient': {'phoneNumber': 'A'}}                       | PHONE",
                "{'specialInstructions': 'A'}                              | INSTRUCTIONS",
                "{'packages': [{'contents': [{'name': 'A'}]}]}             | GOODS",
                "{'subtotal': 1.20}                                        | GOODS"
            })
    void eachFieldIsOfACategory(String request, DataCategory category) {
        assertThat(FieldsHandedOver.of(JSON.readTree(request.replace('\'', '"'))))
                .containsExactly(category);
    }

    @Test
    void whatTellsNothingOfAnybodyIsOfNone() {
        var request = JSON.createObjectNode().put("orderReference", "CF-1");
        request.putObject("postageDetails").put("serviceCode", "TPN24");
        request.putArray("packages").addObject().put("weightInGrams", 450);
        assertThat(FieldsHandedOver.of(request)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"recipient, dateOfBirth", "postageDetails, safePlace", "label, note"})
    void aFieldThatNobodyHasClassifiedIsNotSent(String part, String field) {
        var request = JSON.createObjectNode();
        request.putObject(part).put(field, "A");
        assertThatThrownBy(() -> FieldsHandedOver.of(request)).hasMessageContaining(part + "." + field);
    }
}
