package app.counterfoil.hub.rights.web;

import app.counterfoil.hub.measure.BusinessClock;
import app.counterfoil.hub.rights.ChannelNotices;
import app.counterfoil.hub.rights.Requests;
import app.counterfoil.hub.rights.RightsRequest;
import app.counterfoil.hub.seller.SignedIn;
import app.counterfoil.hub.shell.NavigationEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** All requests, those that are under way first, each with the days that are left. */
@Controller
class RequestListPage {

    static final String PATH = "/requests";

    private static final int MOST = 200;

    private final Requests requests;
    private final ChannelNotices channelNotices;
    private final BusinessClock clock;

    RequestListPage(Requests requests, ChannelNotices channelNotices, BusinessClock clock) {
        this.requests = requests;
        this.channelNotices = channelNotices;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry requestsEntry() {
        return new NavigationEntry("Requests", PATH, "inbox", "Data protection", 79);
    }

    @GetMapping(PATH)
    String list(@AuthenticationPrincipal SignedIn me, Model model) {
        model.addAttribute("underWay", rows(requests.underWay(me.seller(), MOST)));
        model.addAttribute("closed", rows(requests.closed(me.seller(), MOST)));
        var publicPage = PublicPages.PATH + "/" + me.seller();
        model.addAttribute("publicPage", publicPage);
        model.addAttribute(
                "publicAddress",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path(publicPage)
                        .toUriString());
        model.addAttribute("overdue", requests.overdue(me.seller()));
        model.addAttribute("told", channelNotices.standing(me.seller()).orElse(null));
        return "rights/requests";
    }

    private List<TimeLeft.Row> rows(List<RightsRequest> found) {
        return found.stream()
                .map(request -> new TimeLeft.Row(request, TimeLeft.of(request, clock.today())))
                .toList();
    }
}
