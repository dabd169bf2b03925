package hostelry.node.hooks;

import hostelry.node.api.hook.HookCall;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a script finds in its environment: VDSM's words, and the custom properties of the VM. Nothing of the node's own environment gets in, and no property can
 * change how a program is loaded or a shell reads.
 */
final class Environment {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,62}");
    private static final Pattern RESERVED = Pattern.compile(
            "_.*|PATH|HOME|IFS|ENV|SHELL|SHELLOPTS|BASH.*|PS[0-9]|CDPATH|TMPDIR|LANG|LC_.*|vmId|LD_.*|PYTHON.*|PERL.*|RUBY.*|NODE_.*|JAVA.*|GCONV_PATH|MALLOC_.*|GLIBC.*",
            Pattern.CASE_INSENSITIVE);
    private static final String SEARCH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private Environment() {}

    /** Whether a custom property of that name reaches scripts. */
    static boolean reaches(String name) {
        return NAME.matcher(name).matches() && !RESERVED.matcher(name).matches();
    }

    /**
     * All of it.
     *
     * @param xml the file with the domain's XML
     * @param python the folder with the module {@code hooking}
     */
    static Map<String, String> of(HookCall call, Path xml, Path python) {
        Map<String, String> environment = new LinkedHashMap<>();
        call.properties().forEach((name, value) -> {
            if (reaches(name) && value.indexOf('\0') < 0) {
                environment.put(name, value);
            }
        });
        environment.put("PATH", SEARCH);
        environment.put("LANG", "C.UTF-8");
        environment.put("HOME", "/");
        environment.put("PYTHONPATH", python.toString());
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("_hook_domxml", xml.toString());
        if (!call.guest().isEmpty()) {
            environment.put("vmId", call.guest());
        }
        return environment;
    }
}
