package app.counterfoil.hub.storage;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.storage.ColumnRegistry.Column;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ColumnRegistryTest {

    @Test
    void theApplicationCanSayWhatEveryColumnHolds() {
        var columns = new ColumnRegistry(JdbcClient.create(HubDatabase.fresh().app())).columns();

        assertThat(columns)
                .contains(new Column(
                        "vault_record", "sealed", ColumnClass.SEALED, "the content under the purpose of the row"))
                .allSatisfy(column -> assertThat(column.sentence()).isNotBlank());
        assertThat(columns).extracting(Column::table).doesNotContain("flyway_schema_history");
    }
}
