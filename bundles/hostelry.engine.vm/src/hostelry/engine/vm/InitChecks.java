package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Vm;
import hostelry.model.data.GuestPassword;
import hostelry.model.data.NicSetup;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Pure questions about what a machine tells its guest at the first start. No sentence repeats a password, a key or a script. */
final class InitChecks {
    private static final Pattern HOST = Pattern
            .compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Pattern USER = Pattern.compile("[a-z_][a-z0-9_-]{0,31}");
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{20,16000}");
    private static final int KEYS = 32;
    private static final int NAMES = 16;
    private static final int CARDS = 32;
    /** The door of a node takes twice as much in all. */
    private static final int SCRIPT = 128 * 1024;
    private final Problems problems;

    InitChecks(Problems problems) {
        this.problems = problems;
    }

    void all(Vm vm) {
        text("initHostName", vm.getInitHostName(), HOST, "The guest's host name has letters, digits and '-', with dots between its parts.",
                "Take one such as web1 or web1.example.org.");
        text("initUserName", vm.getInitUserName(), USER,
                "The guest's user has a name of 1 to 32 small letters, digits, '_' and '-'.", "Take one such as root or admin.");
        problems.require(empty(vm.getInitPassword()) || GuestPassword.isHash(vm.getInitPassword()),
                () -> Problem.badInput("initPassword", "The password's hash is none of crypt(3) with SHA-512.",
                        "Give root_password, and it is hashed for you."));
        var keys = CloudInit.lines(vm.getInitSshKeys());
        problems.require(keys.size() <= KEYS && keys.stream().allMatch(key -> KEY.matcher(key).matches()),
                () -> Problem.badInput("initSshKeys", "The public keys are at most " + KEYS + " lines, as in authorized_keys.",
                        "Write one key in each line."));
        problems.require(empty(vm.getInitTimeZone()) || ZoneId.getAvailableZoneIds().contains(vm.getInitTimeZone()),
                () -> Problem.badInput("initTimeZone",
                        "There is no time zone " + VmChecks.clipped(String.valueOf(vm.getInitTimeZone())) + ".",
                        "Take one such as Europe/Vienna or UTC."));
        var servers = CloudInit.words(vm.getInitDnsServers());
        problems.require(servers.size() <= NAMES && servers.stream().allMatch(one -> NicSetup.isV4(one) || NicSetup.isV6(one)),
                () -> Problem.badInput("initDnsServers", "The name servers are at most " + NAMES + " addresses with blanks between them.",
                        "Take some such as 192.0.2.53."));
        var domains = CloudInit.words(vm.getInitDnsSearch());
        problems.require(domains.size() <= NAMES && domains.stream().allMatch(one -> HOST.matcher(one).matches()),
                () -> Problem.badInput("initDnsSearch", "The domains to look in are at most " + NAMES + " names with blanks between them.",
                        "Take some such as example.org."));
        script(vm.getInitScript());
        cards(vm);
    }

    private void script(@Nullable String script) {
        if (empty(script)) {
            return;
        }
        problems.require(
                script.length() <= SCRIPT && script.chars().noneMatch(one -> Character.isISOControl(one) && one != '\n' && one != '\t'),
                () -> Problem.badInput("initScript",
                        "The script is a text of at most " + SCRIPT / 1024 + " KiB without control characters.",
                        "Make it shorter."));
        problems.require(!script.strip().startsWith("#!"), () -> Problem.badInput("initScript",
                "The script is to be a cloud-config in YAML, and this one is a program.",
                "Put its lines under 'runcmd:', each behind '- '."));
    }

    private void cards(Vm vm) {
        problems.require(vm.getInitNics().size() <= CARDS, () -> Problem.badInput("initNics",
                "At most " + CARDS + " cards of a guest are set up.", "Leave some out."));
        Set<String> names = new HashSet<>();
        for (String text : vm.getInitNics()) {
            NicSetup nic = NicSetup.parse(text);
            nic.against().ifPresent(trouble -> problems.add(Problem.badInput("initNics", trouble, "")));
            problems.require(names.add(nic.name()), () -> Problem.badInput("initNics",
                    "The card " + VmChecks.clipped(nic.name()) + " is set up twice.", "Leave one out."));
        }
    }

    private void text(String field, @Nullable String text, Pattern pattern, String trouble, String next) {
        problems.require(empty(text) || pattern.matcher(text).matches(), () -> Problem.badInput(field, trouble, next));
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isEmpty();
    }
}
