package app.counterfoil.hub.dispatch;

import app.counterfoil.hub.measure.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** None of the labels that were asked for can be printed. */
final class LabelGone extends Refusal {

    LabelGone(String wrong, String mend) {
        super(wrong, mend);
    }

    static LabelGone all(List<LeftOut> left) {
        if (left.size() == 1) {
            return new LabelGone(left.get(0).wrong(), left.get(0).mend());
        }
        return new LabelGone(
                "None of these labels is printed. "
                        + left.stream().map(LeftOut::wrong).collect(Collectors.joining(" ")),
                left.get(0).mend());
    }
}
