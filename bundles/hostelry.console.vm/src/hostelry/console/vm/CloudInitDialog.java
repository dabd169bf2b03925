package hostelry.console.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.data.GuestPassword;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** What cloud-init tells a guest at its first start. Keys stand between commas here; scripts and cards of the guest are set by REST and kept as they are. */
final class CloudInitDialog extends FormDialog {
    private final Desk desk;
    private final Vm vm;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private @Nullable Text password;
    private @Nullable Button keys;
    private @Nullable Button again;

    CloudInitDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.EDIT, "Cloud-init of " + vm.getName(), "Save");
        this.desk = desk;
        this.vm = vm;
    }

    @Override
    protected void fields() {
        field("init.host", "Host name", "initHostName", "");
        field("init.user", "User", "initUserName", "root");
        password = text("init.password", "Password", "", "");
        password.setEchoChar('•');
        password.setMessage("unchanged");
        field("init.keys", "SSH keys", "initSshKeys", "ssh-ed25519 AAAA…, ssh-ed25519 AAAA…");
        field("init.zone", "Time zone", "initTimeZone", "Europe/Vienna");
        field("init.dns", "Name servers", "initDnsServers", "192.0.2.53 192.0.2.54");
        field("init.search", "Search domains", "initDnsSearch", "example.org");
        keys = check("init.regenerate", "New SSH keys of the guest itself", vm.isInitRegenerateKeys());
        again = check("init.again", "Tell it at the next start", !vm.isInitialized());
    }

    private void field(String key, String title, String feature, String message) {
        Text text = text(key, title, shown(vm, feature), "");
        text.setMessage(message);
        texts.put(feature, text);
    }

    private static EStructuralFeature feature(Vm vm, String name) {
        return vm.eClass().getEStructuralFeature(name);
    }

    private static String shown(Vm vm, String name) {
        Object value = vm.eGet(feature(vm, name));
        return Words.orEmpty(value == null ? null : value.toString()).strip().replaceAll("\\s*\\n\\s*", ", ");
    }

    @Override
    protected List<String> problems() {
        return List.of();
    }

    @Override
    protected String hint() {
        return "The password is hashed here, and told to nobody but the guest.";
    }

    @Override
    protected void finish() {
        Vm values = HostelryFactory.eINSTANCE.createVm();
        Set<String> features = new HashSet<>();
        texts.forEach((name, text) -> {
            String now = text.getText().strip();
            if (!now.equals(shown(vm, name))) {
                values.eSet(feature(values, name), name.equals("initSshKeys") ? now.replaceAll("\\s*,\\s*", "\n") : now);
                features.add(name);
            }
        });
        if (password != null && password.getCharCount() > 0) {
            values.setInitPassword(GuestPassword.hash(password.getTextChars()));
            features.add("initPassword");
        }
        if (keys != null && keys.getSelection() != vm.isInitRegenerateKeys()) {
            values.setInitRegenerateKeys(keys.getSelection());
            features.add("initRegenerateKeys");
        }
        if (again != null && again.getSelection() == vm.isInitialized()) {
            values.setInitialized(!again.getSelection());
            features.add("initialized");
        }
        if (features.isEmpty()) {
            done();
            return;
        }
        desk.acts().ask("Edit cloud-init of " + vm.getName(),
                engine -> engine.service(Vms.class).update(engine.caller(), vm.getId(), new Patch<>(values, features)), result -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
