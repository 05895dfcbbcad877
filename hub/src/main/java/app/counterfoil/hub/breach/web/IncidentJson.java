package app.counterfoil.hub.breach.web;

import app.counterfoil.hub.breach.BreachTexts;
import app.counterfoil.hub.breach.CaseFile;
import app.counterfoil.hub.breach.PeopleTold;
import app.counterfoil.hub.breach.Scope;
import app.counterfoil.hub.breach.Step;
import app.counterfoil.hub.breach.Told;
import app.counterfoil.hub.letter.LetterState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** All that is known of an incident, for programs and archives. Nobody who is affected is named, unless people wrote it. */
final class IncidentJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private IncidentJson() {}

    static String of(CaseFile file, BreachTexts texts, PeopleTold.So so) {
        var incident = file.incident();
        var what = incident.what();
        var all = new LinkedHashMap<String, Object>();
        all.put("incident", incident.name());
        all.put("id", incident.id());
        all.put("drill", what.drill());
        all.put("harms", what.harms().stream().sorted().map(Enum::name).toList());
        all.put("cause", what.cause().name());
        all.put("happenedAt", what.happenedAt().map(Object::toString).orElse(""));
        all.put("foundAt", what.foundAt().toString());
        all.put("awareAt", what.awareAt().toString());
        all.put("openedAt", incident.openedAt().toString());
        all.put("openedBy", incident.openedBy());
        all.put("closedAt", file.closedAt().map(Object::toString).orElse(""));
        all.put(
                "texts",
                Map.of(
                        "happened", texts.happened(),
                        "consequences", texts.consequences(),
                        "measures", texts.measures(),
                        "late", texts.late()));
        all.put("scopes", file.scopes().stream().map(IncidentJson::scope).toList());
        all.put("peopleTold", told(so));
        all.put("timeline", file.steps().stream().map(IncidentJson::step).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    /** How many were written to, when, and what has become of the letters; to whom stands nowhere here. */
    private static Map<String, Object> told(PeopleTold.So so) {
        var told = new LinkedHashMap<String, Object>();
        told.put("letters", so.told().letters());
        told.put("firstAt", so.first().map(Object::toString).orElse(""));
        told.put("lastAt", so.last().map(Object::toString).orElse(""));
        told.put("ordersAndAccountsWrittenTo", so.told().told());
        told.put("ended", so.told().ended());
        told.put("forgotten", so.told().forgotten());
        told.put("withoutAddress", so.told().nowhere());
        for (var state : LetterState.values()) {
            told.put(state.name().toLowerCase(Locale.ROOT), so.in(state));
        }
        return told;
    }

    private static Map<String, Object> scope(Scope scope) {
        var found = scope.found();
        var told = new LinkedHashMap<String, Object>();
        told.put("id", scope.id());
        told.put("asked", scope.question().asked().name());
        told.put("inWords", scope.question().inWords());
        told.put("at", scope.at().toString());
        told.put("people", found.people());
        told.put("records", found.records());
        told.put("readable", found.readable());
        told.put("ended", found.ended());
        told.put("forgotten", found.forgotten());
        told.put("unnamed", found.unnamed());
        told.put("channelWantsToBeTold", found.contract());
        told.put("categories", found.categories());
        told.put("purposes", found.purposes().stream().sorted().map(Enum::name).toList());
        told.put("orders", found.orders());
        told.put("staff", found.staff());
        return told;
    }

    private static Map<String, Object> step(Step step) {
        var told = new LinkedHashMap<String, Object>();
        told.put("step", step.number());
        told.put("act", step.act().name());
        told.put("ground", step.ground().map(Enum::name).orElse(""));
        told.put("scope", step.scope().map(Object::toString).orElse(""));
        told.put("told", step.told().map(Told::inWords).orElse(""));
        told.put("at", step.at().toString());
        told.put("by", step.person());
        return told;
    }
}
