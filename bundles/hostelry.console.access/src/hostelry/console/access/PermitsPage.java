package hostelry.console.access;

import hostelry.console.kit.Desk;
import hostelry.console.kit.page.Page;
import hostelry.model.Role;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** What a role permits, as the tree of the role editor; to read. */
final class PermitsPage implements Page<Role> {
    private final Composite body;
    private final PermitTree tree;

    PermitsPage(Composite parent, Desk desk) {
        body = new Composite(parent, SWT.NONE);
        body.setLayout(new FillLayout());
        tree = new PermitTree(body, desk, false, () -> {});
    }

    @Override
    public Control control() {
        return body;
    }

    @Override
    public void show(Role role) {
        tree.check(Set.copyOf(role.getPermits()), role.isAdministrative());
    }
}
