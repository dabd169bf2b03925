package hostelry.console.kit.terminal;

import java.nio.charset.StandardCharsets;
import org.eclipse.swt.SWT;

/** What a key says on a line, in the words of xterm. Pure. */
final class Keys {
    private static final byte[] NOTHING = {};

    private Keys() {}

    /**
     * @param code SWT's number of the key
     * @param character that it stands for, with Ctrl as it comes from SWT
     * @param mask keys that are held
     * @param application whether the arrows speak as an application wants them
     */
    static byte[] of(int code, char character, int mask, boolean application) {
        String arrows = application ? "\u001bO" : "\u001b[";
        String special = switch (code) {
            case SWT.ARROW_UP -> arrows + "A";
            case SWT.ARROW_DOWN -> arrows + "B";
            case SWT.ARROW_RIGHT -> arrows + "C";
            case SWT.ARROW_LEFT -> arrows + "D";
            case SWT.HOME -> arrows + "H";
            case SWT.END -> arrows + "F";
            case SWT.INSERT -> "\u001b[2~";
            case SWT.PAGE_UP -> "\u001b[5~";
            case SWT.PAGE_DOWN -> "\u001b[6~";
            case SWT.F1 -> "\u001bOP";
            case SWT.F2 -> "\u001bOQ";
            case SWT.F3 -> "\u001bOR";
            case SWT.F4 -> "\u001bOS";
            case SWT.F5 -> "\u001b[15~";
            case SWT.F6 -> "\u001b[17~";
            case SWT.F7 -> "\u001b[18~";
            case SWT.F8 -> "\u001b[19~";
            case SWT.F9 -> "\u001b[20~";
            case SWT.F10 -> "\u001b[21~";
            case SWT.F11 -> "\u001b[23~";
            case SWT.F12 -> "\u001b[24~";
            case SWT.KEYPAD_CR -> "\r";
            default -> "";
        };
        if (!special.isEmpty()) {
            return special.getBytes(StandardCharsets.US_ASCII);
        }
        boolean ctrl = (mask & SWT.CTRL) != 0;
        String plain = character == SWT.DEL
                ? "\u001b[3~"
                : character == SWT.BS
                        ? "\u007f"
                        : character == 0 && !(ctrl && (code == ' ' || code == '@')) ? "" : String.valueOf(character);
        if (plain.isEmpty()) {
            return NOTHING; // Shift alone and the like
        }
        return ((mask & SWT.ALT) != 0 ? "\u001b" + plain : plain).getBytes(StandardCharsets.UTF_8);
    }
}
