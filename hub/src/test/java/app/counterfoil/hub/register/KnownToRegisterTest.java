package app.counterfoil.hub.register;

import static org.assertj.core.api.Assertions.assertThat;

import app.counterfoil.hub.connection.CallsOut;
import app.counterfoil.hub.custody.DeclaresKinds;
import app.counterfoil.vault.RecordKind;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;

/** The register speaks of all that there is: whatever is new and personal is noticed before anybody relies on it. */
class KnownToRegisterTest extends RegisterBench {

    private static final String MEND =
            """
            The running system and hub/src/main/resources/register/known.txt differ. Whoever has added something personal:
            look at /register, see that its purpose, categories, people and recipients are told there as they should be,
            and write the line into the list. Whoever has taken something away: take its line out.
            """;

    @Autowired
    private SystemNow system;

    @Autowired
    private KnownToRegister known;

    @Autowired
    private List<DeclaresKinds> declared;

    @Autowired
    private List<CallsOut> outside;

    @Autowired
    private ApplicationContext hub;

    @Test
    void theListAndTheRunningSystemSayTheSame() {
        var drift = KnownToRegister.compared(KnownToRegister.known(), system.lines());
        assertThat(drift.unknown()).as(MEND + "Not in the list").isEmpty();
        assertThat(drift.gone()).as(MEND + "Only in the list").isEmpty();
        assertThat(known.drift().isNone()).isTrue();
    }

    @Test
    void theListKnowsEverySort() {
        assertThat(KnownToRegister.known().stream().map(line -> line.replaceFirst(" .*", "")))
                .contains("purpose", "kind", "column", "recipient", "host", "role");
    }

    @Test
    void whatIsNewAndWhatIsGoneAreBothNamed() {
        var drift = KnownToRegister.compared(List.of("kind a: X", "kind b: X"), List.of("kind b: X", "kind c: X"));
        assertThat(drift.unknown()).containsExactly("kind c: X");
        assertThat(drift.gone()).containsExactly("kind a: X");
    }

    /** A column that is added past everybody turns the page red, until it is looked at. */
    @Test
    void aNewColumnTurnsThePageRed() throws Exception {
        assertThat(pages.page(owner(), "/register")).doesNotContain("have moved apart");
        DATABASE.change("ALTER TABLE counterfoil.register_text ADD COLUMN nickname text");
        try {
            assertThat(pages.page(owner(), "/register"))
                    .contains("have moved apart", "Not in the register: column register_text.nickname: unclassified");
        } finally {
            DATABASE.change("ALTER TABLE counterfoil.register_text DROP COLUMN nickname");
        }
    }

    /** A kind that no module declares would be sealed and stand in no register. */
    @Test
    void everyKindOfRecordThereIsIsDeclaredByItsModule() {
        var known = declared.stream().flatMap(each -> each.kinds().stream()).toList();
        var constants = constants();
        assertThat(constants).hasSizeGreaterThan(8).isSubsetOf(known);
        assertThat(known).doesNotHaveDuplicates().extracting(RecordKind::name).doesNotHaveDuplicates();
        assertThat(known)
                .allSatisfy(kind ->
                        assertThat(kind.holds().categories()).as(kind.name()).isNotEmpty());
    }

    /** An address that can be set, and that nobody names, would be a host that no register speaks of. */
    @Test
    void everyAddressThatCanBeSetIsNamedAsAHost() {
        var named = outside.stream().flatMap(each -> each.addresses().stream()).collect(Collectors.toSet());
        assertThat(set()).isNotEmpty().isSubsetOf(named);
    }

    private static List<RecordKind<?>> constants() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("app.counterfoil.hub")
                        .stream()
                        .flatMap(each -> each.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                                && field.getRawType().isAssignableTo(RecordKind.class))
                        .<RecordKind<?>>map(KnownToRegisterTest::value)
                        .toList();
    }

    private static RecordKind<?> value(JavaField field) {
        try {
            var constant = field.reflect();
            constant.setAccessible(true);
            return (RecordKind<?>) constant.get(null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All addresses in the settings of the hub. */
    private Set<URI> set() {
        var addresses = new ArrayList<URI>();
        for (var settings :
                hub.getBeansWithAnnotation(ConfigurationProperties.class).values()) {
            if (settings.getClass().isRecord()
                    && settings.getClass().getPackageName().startsWith("app.counterfoil")) {
                Arrays.stream(settings.getClass().getRecordComponents())
                        .filter(component -> component.getType() == URI.class)
                        .forEach(component -> addresses.add(address(settings, component)));
            }
        }
        return Set.copyOf(addresses);
    }

    private static URI address(Object settings, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return (URI) component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
