package hostelry.console;

import hostelry.api.Search;
import hostelry.console.kit.look.Hue;
import hostelry.console.kit.look.Look;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Label;

/** Where a search says what is wrong with it: underlined in the field, and in a sentence below. */
record MistakePlace(StyledText field, Label sentence, Look look) {
    /** Underlines it in red; empty: nothing is wrong. */
    void underline(Optional<Search.Mistake> mistake) {
        field.setStyleRange(null);
        mistake.ifPresent(wrong -> {
            int from = Math.clamp(wrong.from(), 0, Math.max(0, field.getCharCount() - 1));
            int to = Math.clamp(wrong.to(), from, field.getCharCount());
            if (field.getCharCount() > 0) {
                StyleRange range = new StyleRange();
                range.start = from;
                range.length = Math.max(1, to - from);
                range.underline = true;
                range.underlineStyle = SWT.UNDERLINE_ERROR;
                range.underlineColor = look.color(Hue.RED);
                field.setStyleRange(range);
            }
        });
    }

    /** Says it below; empty: nothing. */
    void say(String text) {
        if (!text.equals(sentence.getText())) {
            sentence.setText(text);
            ((GridData) sentence.getLayoutData()).exclude = text.isEmpty();
            sentence.setVisible(!text.isEmpty());
            sentence.requestLayout();
        }
    }
}
